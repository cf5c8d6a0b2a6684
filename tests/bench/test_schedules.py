"""Two years of a family with everything are expanded far faster than a calendar library reads them, and no family costs more
for being one of many."""

from tests.bench.schedules import as_calendar, family, ours, peak_of, quickest, theirs

FASTER = 20
SAME = 3  # a busy machine makes a family seem dearer; were the cost to grow with their number, it would be ten times
MOST_MEMORY = 4_000_000  # bytes for two years of three children


def test_our_expansion_is_at_least_twenty_times_as_fast_as_reading_the_same_calendar():
    one = family()
    stays = ours(one)
    text = as_calendar(stays)
    assert theirs(text) == len(stays) > 700
    assert quickest(lambda: theirs(text), 2) / quickest(lambda: ours(one), 5) >= FASTER


def test_every_layer_is_in_the_family_of_the_bench():
    assert {stay.because.layer.value for stay in ours(family())} == {
        "regular", "school_holiday", "public_holiday", "special_day", "swap", "interim_order", "protective_order",
    }  # fmt: skip


def test_ten_families_cost_ten_times_one_and_a_hundred_a_hundred_times():
    def each(count):
        families = [family(number) for number in range(count)]
        return quickest(lambda: [len(ours(one)) for one in families], 3) / count

    one = each(1)
    assert each(10) < SAME * one
    assert each(100) < SAME * one


def test_a_family_needs_little_memory():
    one = family()
    assert peak_of(lambda: ours(one)) < MOST_MEMORY
