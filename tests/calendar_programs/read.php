<?php
// Reads calendars, one JSON text a line, and writes what sabre/vobject makes of each: a JSON list of events a line, as read.mjs does.
error_reporting(E_ALL & ~E_DEPRECATED);  // it was written for an older PHP
require "Sabre/VObject/autoload.php";

use Sabre\VObject\Reader;

function said($property) {
    $at = $property->getDateTime();
    $whole = (string) $property["VALUE"] === "DATE";
    return $whole ? $at->format("Y-m-d") : $at->getTimestamp() * 1000;
}

while (($line = fgets(STDIN)) !== false) {
    $found = [];
    $calendar = Reader::read(json_decode($line));
    foreach ($calendar->select("VEVENT") as $event) {
        $status = isset($event->STATUS) ? (string) $event->STATUS : null;
        $found[] = [(string) $event->UID, said($event->DTSTART), said($event->DTEND), (string) $event->SUMMARY, $status];
    }
    echo json_encode($found, JSON_UNESCAPED_UNICODE), "\n";
}
