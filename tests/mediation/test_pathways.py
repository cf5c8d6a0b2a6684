"""Ana is parent A, Ben parent B, Mia the mediator. The tables decide; these cases say what they must never allow."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from mediation.pathways import (
    NEUTRAL,
    Actor,
    GuardFacts,
    MoveNotAllowed,
    Standing,
    allowed,
    begin,
    deadline_of,
    decide,
    load,
    progress,
    stage_for,
    take_back,
)
from mediation.pathways.everywhere import SAFETY_WORDS
from mediation.pathways.guards import GUARDS
from mediation.pathways.machine import ALREADY_YES, WRONG_PERSON, WRONG_STAGE
from mediation.pathways.values import DIVERTED, PARENTS, SAFETY_DIVERT, Kind, When

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANA, BEN, MIA = (frozenset({role}) for role in (Actor.PARENT_A, Actor.PARENT_B, Actor.MEDIATOR))
LAWYER, STAFF, COORDINATOR, SYSTEM = (
    frozenset({role}) for role in (Actor.FAMILY_LAWYER, Actor.CENTRE_STAFF, Actor.COORDINATOR, Actor.SYSTEM)
)
EVERYTHING = GuardFacts(
    screened_a=True,
    screened_b=True,
    advising_disciplines=2,
    accredited_mediator=True,
    conflict_check_clear=True,
    plan_signed=True,
    closing_asked=True,
    service_named=True,
)
LONG_AGO = NOW - timedelta(days=30)
INFORMED = dict.fromkeys(("informed_a", "informed_b", "lawyer_informed_a", "lawyer_informed_b"), LONG_AGO)
PATHWAYS = load()
STAGES = [(table, stage) for table in PATHWAYS.values() for stage in table.stages]
MOVES = sorted({move for table in PATHWAYS.values() for move in table.moves})
ENDS = frozenset({"end", "withdraw"})
OVER = frozenset({"ended_no_agreement", "closed", "declined", "withdrawn", "barred"})
AGREED = frozenset({"agreement_signed", "monitoring"})


def step(standing, move, roles, facts=EVERYTHING, now=NOW):
    return decide(PATHWAYS[standing.pathway], standing, move, roles, facts, now)


def walk(standing, *steps, facts=EVERYTHING, now=NOW):
    for move, roles in steps:
        standing = step(standing, move, roles, facts, now)
    return standing


def refusal(standing, move, roles, facts=EVERYTHING, now=NOW):
    with pytest.raises(MoveNotAllowed) as refused:
        step(standing, move, roles, facts, now)
    return refused.value.text


def at(pathway, stage, **facts):
    return Standing(pathway, stage, NOW, facts={**INFORMED, **facts})


OPENING = (
    ("begin_screening", ANA),
    ("clear_screening", STAFF),
    ("advise_route", COORDINATOR),
    ("attest_parent_a", STAFF),
    ("attest_parent_b", MIA),
    ("open_choice", STAFF),
)


def test_ana_and_ben_go_the_whole_consensus_way():
    monitored = walk(
        begin(NOW),
        *OPENING,
        ("choose_consensus", ANA),
        ("choose_consensus", BEN),
        ("sign_protocol", ANA),
        ("sign_protocol", MIA),
        ("sign_protocol", BEN),
        ("begin_sessions", MIA),
        ("pause", MIA),
        ("continue_sessions", MIA),
        ("draft_agreement", BEN),
        ("draft_agreement", ANA),
        ("sign_agreement", SYSTEM),
        ("start_monitoring", SYSTEM),
    )
    assert (monitored.pathway, monitored.stage) == ("consensus", "monitoring")


def test_ana_and_ben_go_the_whole_way_with_one_family_lawyer():
    informed = walk(
        begin(NOW),
        *OPENING,
        ("choose_family_lawyer", BEN),
        ("choose_family_lawyer", ANA),
        ("clear_conflicts", LAWYER),
        ("find_suitable", LAWYER),
        ("inform_parent_a", LAWYER),
        ("inform_parent_b", LAWYER),
    )
    signed = walk(
        informed,
        ("consent", ANA),
        ("consent", BEN),
        ("begin_sessions", LAWYER),
        ("draft_agreement", ANA),
        ("draft_agreement", BEN),
        ("sign_agreement", LAWYER),
        now=NOW + timedelta(days=7),
    )
    assert (signed.pathway, signed.stage) == ("family_lawyer", "agreement_signed")


@pytest.mark.parametrize(("table", "stage"), STAGES, ids=lambda value: getattr(value, "id", value))
def test_stage_by_move_by_role_the_allowed_set_equals_the_table(table, stage):
    standing = at(table.id, stage)
    for move, role in product(MOVES, Actor):
        transition = table.rules.get((stage, move))
        open_moves = {c.move for c in allowed(table, standing, frozenset({role}), EVERYTHING, NOW) if c.open}
        fits = transition and role in transition.who and transition.when is not When.DIVERTED
        assert (move in open_moves) == bool(fits)
        if not fits:
            expected = WRONG_PERSON if transition and transition.when is not When.DIVERTED else WRONG_STAGE
            assert refusal(standing, move, frozenset({role})) == expected
            continue
        after = step(standing, move, frozenset({role}))
        if transition.together:
            assert (after.stage, after.yes) == (stage, {(move, role)})
        else:
            assert after.stage == (transition.to or stage)
            assert after.pathway == (transition.leads_into or table.id)


@pytest.mark.parametrize("table", PATHWAYS.values(), ids=lambda table: table.id)
def test_nobody_without_a_role_can_move_anything(table):
    for stage, move in table.rules:
        expected = WRONG_STAGE if move == "resume" else WRONG_PERSON
        assert refusal(at(table.id, stage), move, frozenset()) == expected


GUARDED = {
    "both_screened": {"screened_b": False},
    "joint_work_safe": {"safety_flag": True},
    "two_disciplines": {"advising_disciplines": 1},
    "accredited_mediator": {"accredited_mediator": False},
    "conflict_check_clear": {"conflict_check_clear": False},
    "plan_signed": {"plan_signed": False},
    "closing_asked": {"closing_asked": False},
}


def test_every_guard_of_every_move_refuses_when_its_fact_is_missing():
    seen = set()
    for table in PATHWAYS.values():
        for (stage, move), transition in table.rules.items():
            for name in set(transition.needs) & set(GUARDED):
                facts = replace(EVERYTHING, **GUARDED[name])
                diverted = {DIVERTED: NOW} if transition.when is When.DIVERTED else {}
                for role in transition.who:
                    refusal(at(table.id, stage, **diverted), move, frozenset({role}), facts)
                    seen.add(name)
    assert seen == set(GUARDED)
    assert set(GUARDS) - seen == {
        "both_informed",
        "seven_days_to_think",
        "handed_over",
    }  # their own cases below


def test_deny_by_default_facts_that_nobody_gave_open_nothing():
    blank = Standing("opening", "safety_screen", NOW)
    assert refusal(blank, "clear_screening", STAFF, GuardFacts()).startswith(
        "Both parents must have answered"
    )


def test_both_must_have_attended_before_there_is_a_choice():
    one = walk(begin(NOW), *OPENING[:4])
    reason = "Both of you must have attended the information talk first."
    assert refusal(one, "open_choice", STAFF) == reason
    assert refusal(replace(one, stage="route_choice"), "choose_consensus", ANA) == reason


def test_attending_twice_keeps_the_first_date():
    first = walk(begin(NOW), *OPENING[:4])
    again = step(first, "attest_parent_a", STAFF, now=NOW + timedelta(days=2))
    assert again.facts["informed_a"] == NOW


def test_a_second_choice_replaces_the_first_and_a_yes_can_be_taken_back():
    choosing = at("opening", "route_choice")
    ana = walk(choosing, ("choose_consensus", ANA), ("choose_family_lawyer", ANA))
    assert ana.yes == {("choose_family_lawyer", Actor.PARENT_A)}
    assert step(ana, "choose_consensus", BEN).stage == "route_choice"
    assert take_back(ana, ANA).yes == frozenset()
    assert take_back(ana, BEN) == ana
    assert refusal(ana, "choose_family_lawyer", ANA) == ALREADY_YES
    (choice,) = (
        c for c in allowed(PATHWAYS["opening"], ana, ANA, EVERYTHING, NOW) if c.move == "choose_family_lawyer"
    )
    assert (choice.said_yes, choice.open, choice.waits_for) == (True, False, BEN)


@pytest.mark.parametrize("days", [0, 1, 6])
def test_consent_waits_seven_days_after_each_own_talk(days):
    told = Standing("family_lawyer", "separate_info", NOW, facts={"lawyer_informed_a": NOW})
    with pytest.raises(MoveNotAllowed) as refused:
        step(told, "consent", ANA, now=NOW + timedelta(days=days))
    assert (refused.value.text, refused.value.values) == (
        "You can say yes from {date} on.",
        {"date": "2026-11-30"},
    )
    assert refusal(told, "consent", BEN, now=NOW + timedelta(days=9)).startswith("You must have had your own")
    assert step(told, "consent", ANA, now=NOW + timedelta(days=7)).yes == {("consent", Actor.PARENT_A)}


FLAGGED = replace(EVERYTHING, safety_flag=True)
BLOCKED = [
    (table, stage, move, transition)
    for table in PATHWAYS.values()
    for (stage, move), transition in table.rules.items()
    if "joint_work_safe" in transition.needs and transition.when is When.OPEN
]


def test_a_flag_blocks_protocol_joint_sessions_and_engagement():
    assert {move for _, _, move, _ in BLOCKED} == {
        "clear_screening",
        "sign_protocol",
        "begin_sessions",
        "continue_sessions",
        "back_to_sessions",
        "find_suitable",
        "consent",
    }
    for table, stage, move, transition in BLOCKED:
        for role in transition.who:
            text = refusal(at(table.id, stage), move, frozenset({role}), FLAGGED)
            assert (text == NEUTRAL) == (role in PARENTS)
        lifted = replace(FLAGGED, flag_lifted_by_two=True)
        assert step(at(table.id, stage), move, frozenset({min(transition.who)}), lifted)


def test_a_parent_cannot_tell_a_flag_from_a_stop_for_safety_or_from_an_unanswered_screen():
    proposed = at("consensus", "protocol_proposed")
    stopped = step(proposed, "divert", STAFF)
    seen = [
        allowed(PATHWAYS["consensus"], standing, ANA, facts, NOW)
        for standing, facts in ((proposed, FLAGGED), (stopped, EVERYTHING), (stopped, FLAGGED))
    ]
    assert seen[0] == seen[1] == seen[2]
    assert {m.text for choice in seen[0] for m in choice.missing} == {NEUTRAL}
    assert progress(PATHWAYS, proposed) == progress(PATHWAYS, stopped)
    assert stage_for(stopped, professional=False) == "protocol_proposed"
    assert stage_for(stopped, professional=True) == SAFETY_DIVERT


@pytest.mark.parametrize(("table", "stage"), STAGES, ids=lambda value: getattr(value, "id", value))
def test_ben_sees_the_same_page_after_ana_asked_for_help_in_private(table, stage):
    before = at(table.id, stage)
    after = step(before, "divert", ANA)
    assert (after.stage, after.since, after.yes) == (before.stage, before.since, before.yes)
    assert step(after, "divert", BEN).facts == after.facts
    visible = [(c.move, c.to, c.said_yes, c.done) for c in allowed(table, before, BEN, EVERYTHING, NOW)]
    assert visible == [
        (c.move, c.to, c.said_yes, c.done) for c in allowed(table, after, BEN, EVERYTHING, NOW)
    ]


def test_only_the_centre_reopens_joint_work_and_only_when_it_is_safe():
    stopped = at("consensus", "sessions", diverted=NOW)
    assert (
        refusal(stopped, "pause", MIA)
        == "Joint work is stopped for safety. Two professionals must reopen it first."
    )
    assert refusal(stopped, "resume", MIA) == WRONG_PERSON
    assert refusal(stopped, "resume", STAFF, FLAGGED) == "Two professionals must lift the safety flag first."
    assert DIVERTED not in step(stopped, "resume", STAFF).facts
    assert refusal(at("consensus", "sessions"), "resume", STAFF) == WRONG_STAGE


def test_a_stop_for_safety_closes_only_towards_a_named_service():
    stopped = at("consensus", "ended_no_agreement", diverted=NOW)
    unnamed = replace(EVERYTHING, service_named=False)
    assert refusal(stopped, "close", COORDINATOR, unnamed).startswith("Name the service")
    assert step(stopped, "close", COORDINATOR).stage == "closed"


def test_no_reason_for_an_end_can_be_kept_anywhere():
    assert {f.name for f in fields(Standing)} == {"pathway", "stage", "since", "yes", "facts"}
    ended = step(at("consensus", "sessions"), "end", ANA)
    assert ended == step(at("consensus", "sessions"), "end", MIA)
    assert all(isinstance(moment, datetime) for moment in ended.facts.values())


def test_a_new_start_asks_the_lawyer_to_inform_both_again():
    again = step(at("family_lawyer", "barred"), "start_again", ANA)
    assert (again.pathway, again.stage) == ("opening", "safety_screen")
    assert set(again.facts) == {"informed_a", "informed_b"}


@pytest.mark.parametrize(
    ("standing", "holidays", "at_", "kind"),
    [
        # Thursday 24 December: three working days, one of them Christmas.
        (
            Standing("opening", "intake", datetime(2026, 12, 24, 10, tzinfo=UTC)),
            {date(2026, 12, 25)},
            datetime(2026, 12, 30, 23, tzinfo=UTC),
            Kind.MODEL,
        ),
        # Fourteen days over the change to winter time: the end of a Brussels day.
        (
            Standing("consensus", "protocol_proposed", datetime(2026, 10, 20, 22, 30, tzinfo=UTC)),
            (),
            datetime(2026, 11, 4, 23, tzinfo=UTC),
            Kind.MODEL,
        ),
    ],
)
def test_deadlines(standing, holidays, at_, kind):
    due = deadline_of(PATHWAYS[standing.pathway], standing, holidays)
    assert due is not None
    assert (due.at, due.kind) == (at_, kind)


def test_a_stage_without_deadline_has_none():
    assert deadline_of(PATHWAYS["consensus"], at("consensus", "sessions")) is None


def test_everything_has_words_in_four_languages():
    texts = list(SAFETY_WORDS.values())
    for table in PATHWAYS.values():
        texts += [table.title, *table.stages.values()]
        texts += [words for move in table.moves.values() for words in (move.label, move.sentence)]
        assert {move for _, move in table.rules} == set(table.moves)
    for words in texts:
        assert set(words) == {"nl", "fr", "de", "en"}
        assert all(text == text.strip() != "" for text in words.values())


def test_the_rail_shows_what_is_behind_and_ahead():
    places = [step.place for step in progress(PATHWAYS, at("consensus", "sessions"))]
    assert places == ["done"] * 7 + ["now"] + ["ahead"] * 3
    assert [s.place for s in progress(PATHWAYS, at("consensus", "paused"))] == ["done"] * 5 + ["now"]
    stopped = progress(PATHWAYS, at("opening", "intake", diverted=NOW), professional=True)
    assert [s.stage for s in stopped] == [SAFETY_DIVERT]


class Families(RuleBasedStateMachine):
    """Whatever people do in whatever order, the invariants of belgium.md 1.6 and 2.4 hold."""

    @initialize(flag=st.booleans(), stopped=st.booleans(), start=st.sampled_from([None, *STAGES]))
    def open_the_family(self, flag, stopped, start):
        """At the beginning, or somewhere on the way: a walk from intake alone would seldom get far."""
        self.now = NOW
        self.standing = begin(NOW)
        if start is not None:
            table, stage = start
            self.standing = at(table.id, stage, **({DIVERTED: NOW} if stopped else {}))
        self.withdrawn = self.standing.stage in {"withdrawn", "barred"}
        self.facts = replace(EVERYTHING, safety_flag=flag, lawyer_barred=self.withdrawn)

    @rule(flag=st.booleans(), lifted=st.booleans(), signed=st.booleans(), screened=st.booleans())
    def the_world_changes(self, flag, lifted, signed, screened):
        self.facts = replace(
            self.facts, safety_flag=flag, flag_lifted_by_two=lifted, plan_signed=signed, screened_b=screened
        )

    @rule(days=st.integers(1, 9))
    def time_passes(self, days):
        self.now += timedelta(days=days)

    @rule(data=st.data(), role=st.sampled_from(Actor))
    def someone_tries(self, data, role):
        table = PATHWAYS[self.standing.pathway]
        here = [move for stage, move in table.rules if stage == self.standing.stage]
        self.make(data.draw(st.sampled_from(here)), role)

    @rule(data=st.data())
    def someone_does_what_is_open(self, data):
        """Random tries are mostly refused; this keeps the walk going (closing, its last step, is left to them)."""
        table = PATHWAYS[self.standing.pathway]
        options = [
            (choice.move, role)
            for role in Actor
            for choice in allowed(table, self.standing, frozenset({role}), self.facts, self.now)
            if choice.open and choice.move != "close"
        ]
        if options:
            move = data.draw(st.sampled_from(sorted({move for move, _ in options})))
            self.make(move, data.draw(st.sampled_from([role for name, role in options if name == move])))

    def make(self, move, role):
        before, refused = self.standing, None
        try:
            after = step(before, move, frozenset({role}), self.facts, self.now)
        except MoveNotAllowed as no:
            refused = no.text
        if refused is not None:
            assert role not in PARENTS or not {"flag", "safety"} & set(refused.split())
            return
        self.check(before, move, role, after)
        self.standing = after
        if after.stage == "withdrawn":
            self.withdrawn = True
            self.facts = replace(self.facts, lawyer_barred=True)

    def check(self, before, move, role, after):
        flagged = self.facts.safety_flag and not self.facts.flag_lifted_by_two
        entered = after.stage if after.stage != before.stage else None
        if flagged or DIVERTED in before.facts:
            assert entered not in {"protocol_signed", "engaged", "sessions"}
            assert not (flagged and move == "resume")
        if DIVERTED in before.facts:
            # From the intake the private questions stay open, so that a stop leaves nothing to see.
            assert move in ENDS | {"close", "divert", "resume", "decline", "bar", "begin_screening"}
        if self.withdrawn:
            assert role is not Actor.FAMILY_LAWYER

    @invariant()
    def one_parent_can_always_end(self):
        if self.standing.stage in OVER or (self.standing.pathway, self.standing.stage) in {
            ("consensus", stage) for stage in AGREED
        }:
            return
        table = PATHWAYS[self.standing.pathway]
        for parent in PARENTS:
            choices = allowed(table, self.standing, frozenset({parent}), self.facts, self.now)
            (end,) = (choice for choice in choices if choice.move in ENDS)
            assert end.open

    @invariant()
    def a_withdrawn_lawyer_can_do_nothing(self):
        if self.withdrawn:
            table = PATHWAYS[self.standing.pathway]
            assert allowed(table, self.standing, LAWYER, self.facts, self.now) == ()


TestFamilies = Families.TestCase
TestFamilies.settings = settings(max_examples=200, stateful_step_count=30, deadline=None)
