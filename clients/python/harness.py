"""Runs checks one after the other and prints one line for each: `ok - python: name` or `not ok - python: name`."""

import signal
import sys
import traceback

LIMIT = 30


def _late(*_):
    raise TimeoutError(f"not done after {LIMIT} s")


def checking(client):
    """What registers a check of this client by its name, and what runs them all."""
    checks = []

    def check(name):
        def register(story):
            checks.append((name, story))
            return story

        return register

    def run():
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

    return check, run


check, run = checking("python")
