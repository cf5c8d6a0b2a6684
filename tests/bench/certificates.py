"""How fast certificates are checked without a network, beside the bare check of an Ed25519 signature in the same run.

`python -m tests.bench.certificates`. The two take turns, so that a noisy machine slows both.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from statistics import median
from time import perf_counter

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from parenting_plans.certificate.checking import Checked, check
from parenting_plans.certificate.issuing import issue
from parenting_plans.certificate.keys import signing_key
from parenting_plans.certificate.statement import NamedChild, Statement

ROUNDS, TIMES = 31, 200
SECRET = b"k" * 32
NOW = datetime(2027, 8, 10, tzinfo=UTC)
STATEMENT = Statement(
    serial="7K2QX9M4TB3HW8PZC5NE",
    issuer="https://example.be",
    issued_at=datetime(2027, 7, 1, tzinfo=UTC),
    children=(NamedChild("Lou", "", date(2019, 3, 12)), NamedChild("Mio", "", date(2021, 11, 1))),
    travelling="Ana",
    consenting="Ben",
    adults=None,
    countries=("ES",),
    transit=True,
    first_day=date(2027, 8, 1),
    last_day=date(2027, 8, 15),
)


def seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    for _ in range(TIMES):
        work()
    return (perf_counter() - begun) / TIMES


def main() -> None:
    key = signing_key(SECRET)
    text, keys = issue(STATEMENT, key), {key.kid: key.public}
    private = Ed25519PrivateKey.from_private_bytes(SECRET)
    public, content = private.public_key(), text.rpartition(".")[0].encode()
    signature = private.sign(content)

    def bare() -> None:
        public.verify(signature, content)

    def whole() -> None:
        assert isinstance(check(text, keys, NOW), Checked)

    pairs = [(seconds(whole), seconds(bare)) for _ in range(ROUNDS)]
    ratio = median(one / other for one, other in pairs)
    print(f"bytes of a statement        {len(text)}")  # noqa: T201  a bench prints
    print(f"whole checks per second     {1 / median(one for one, _ in pairs):,.0f}")  # noqa: T201
    print(f"whole check / bare check    {ratio:.1f}")  # noqa: T201


if __name__ == "__main__":
    main()
