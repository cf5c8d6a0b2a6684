"""Which kind of program asks for a calendar, by what it says of itself. Only the kind is kept."""

from mediation.usecases.feed import Program

# The first that matches counts: Outlook and Thunderbird also call themselves Mozilla, an iPhone says Mac OS X.
SAID = (
    ("google-calendar", Program.GOOGLE),
    ("thunderbird", Program.THUNDERBIRD),
    ("lightning", Program.THUNDERBIRD),
    ("nextcloud", Program.NEXTCLOUD),
    ("icsx5", Program.ANDROID),
    ("davx5", Program.ANDROID),
    ("outlook", Program.OUTLOOK),
    ("microsoft", Program.OUTLOOK),
    ("exchange", Program.OUTLOOK),
    ("dataaccessd", Program.APPLE),
    ("calendaragent", Program.APPLE),
    ("ios/", Program.APPLE),
    ("macos/", Program.APPLE),
    ("mac_os_x/", Program.APPLE),
    ("mozilla/", Program.BROWSER),
)


def program_of(user_agent: str) -> Program:
    said = user_agent.lower()
    return next((program for part, program in SAID if part in said), Program.OTHER)
