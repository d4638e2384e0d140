"""Runs checks one after the other and prints one line for each: `ok - python: name` or `not ok - python: name`."""

import signal
import sys
import traceback

LIMIT = 30

checks = []


def check(name):
    """Registers the function below it as a check of this name."""

    def register(story):
        checks.append((name, story))
        return story

    return register


def raised(kind, story):
    """The error of this kind that the story ends with."""
    try:
        story()
    except kind as error:
        return error
    raise AssertionError(f"no {kind.__name__} was raised")


def equal(actual, expected):
    assert actual == expected, f"{actual!r} is not {expected!r}"


def _late(*_):
    raise TimeoutError(f"not done after {LIMIT} s")


def run(client="python"):
    signal.signal(signal.SIGALRM, _late)
    failed = 0
    for name, story in checks:
        signal.alarm(LIMIT)
        try:
            story()
            print(f"ok - {client}: {name}", flush=True)
        except Exception:
            failed += 1
            print(f"not ok - {client}: {name}")
            for line in traceback.format_exc().splitlines()[-8:]:
                print(f"#   {line}", flush=True)
        finally:
            signal.alarm(0)
    sys.exit(0 if failed == 0 else 1)
