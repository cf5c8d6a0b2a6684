"""What a use case answers when a person's request cannot be done as asked."""

from parenting_plans.values import Problem


class Refused(Exception):
    """The request has problems; all of them at once, each with the field it belongs to ("" for the whole)."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("refused")
        self.problems = problems


class TooLate(Exception):
    """Someone else acted in between; the person should look again. The text is an English message id."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
