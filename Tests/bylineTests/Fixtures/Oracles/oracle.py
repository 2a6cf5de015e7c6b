"""What every oracle shares: running byline, and counting where it agrees.

A driver reads fixtures, says what another reader makes of them, and holds byline's lines against that.
Its table ACCEPTED names each difference that stays, with the reason; a difference that is not in the
table fails, and so does an entry of the table that no longer differs.
"""

import json
import os
import subprocess
import sys
import tempfile


def lines(paths, options=()):
    """The messages that byline makes of each of the paths, by path."""
    result = {path: [] for path in paths}
    byline = os.environ["BYLINE"]
    for start in range(0, len(paths), 500):
        run = subprocess.run(
            [byline, "parse", *options, *paths[start:start + 500]], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, check=False)
        for line in run.stdout.splitlines():
            message = json.loads(line)
            result.setdefault(message["source"]["path"], []).append(message)
    return result


def fields(field, values):
    """What byline makes of each value as a header field: one mail for each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, value in enumerate(values):
            paths.append(f"{folder}/{number:04}.eml")
            with open(paths[-1], "wb") as file:
                file.write(f"Subject-Before: x\nTo: a@example.org\n{field}: {value}".encode())
                file.write(b"" if value.endswith("\n") else b"\n")
                file.write(b"X-After: y\n\nbody\n")
        found = lines(paths)
        return [(found[path] + [None])[0] for path in paths]


def words(text):
    """A text up to white space."""
    return " ".join(text.split())


def difference(want, have):
    """Both values from shortly before the place where they part."""
    if not isinstance(want, str) or not isinstance(have, str):
        return f"want {want!r:.400}", f"have {have!r:.400}"
    place = len(os.path.commonprefix([want, have]))
    start = max(0, place - 30)
    return tuple(f"{name} …{text[start:place + 60]!r} at {place}"
                 for name, text in (("want", want), ("have", have)))


def mailboxes(message, field):
    return [(box["name"] or "", box["email"] or "") for box in message.get(field, [])]


class Comparison:
    """Counts agreement field by field."""

    def __init__(self, name, accepted=None, threshold=None):
        self.name, self.accepted, self.threshold = name, accepted or {}, threshold
        self.counts, self.accepted_counts, self.failures, self.met = {}, {}, [], set()

    def check(self, case, field, want, have):
        agreed, total = self.counts.get(field, (0, 0))
        self.counts[field] = (agreed + (want == have), total + 1)
        if want == have:
            return
        reason = self.accepted.get((case, field)) or self.accepted.get(("*", field))
        if reason:
            self.met.add((case, field) if (case, field) in self.accepted else ("*", field))
            self.accepted_counts[field] = self.accepted_counts.get(field, 0) + 1
        else:
            self.failures.append((case, field, want, have))

    def finish(self):
        """Prints the counts and what differs; leaves with status 1 where that is too much."""
        bad = False
        for field, (agreed, total) in self.counts.items():
            accepted = self.accepted_counts.get(field, 0)
            share = (agreed + accepted) / total
            wrong = share < (self.threshold or 1)
            bad = bad or wrong
            print(f"{self.name} {field}: {agreed} of {total} agree, {accepted} accepted"
                  f" ({share:.3%}){' TOO FEW' if wrong else ''}")
        for case, field, want, have in self.failures[:400]:
            print(f"DIFFERS {case} {field}", *difference(want, have), sep="\n   ")
        for entry in self.accepted.keys() - self.met:
            print(f"ACCEPTED IN VAIN {entry}")
            bad = True
        sys.exit(1 if bad else 0)
