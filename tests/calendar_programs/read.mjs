// Reads calendars, one JSON text a line, and writes what ical.js and node-ical make of each: a JSON list of events a line.
// An event: [uid, start, end, summary, status], moments as UTC milliseconds, whole days as "2027-01-08".
import { createInterface } from "node:readline";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const pad = (number) => String(number).padStart(2, "0");

function ofIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  const said = (time) => (time.isDate ? time.toString() : time.toUnixTime() * 1000);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return [event.uid, said(event.startDate), said(event.endDate), event.summary, component.getFirstPropertyValue("status")];
  });
}

function ofNodeIcal(text) {
  const said = (date, whole) =>
    whole ? `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` : date.getTime();
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((one) => one.type === "VEVENT")
    .map((one) => {
      const whole = one.datetype === "date";
      return [one.uid, said(one.start, whole), said(one.end, whole), one.summary, one.status];
    });
}

const readers = { "ical.js": ofIcalJs, "node-ical": ofNodeIcal };
const read = readers[process.argv[2]];
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(read(JSON.parse(line)))}\n`);
}
