"""Holds the Compose file and what its profile `monitoring` mounts against what we promise of them.

    python deploy/lint/monitoring.py FOLDER_OF_THE_PROJECT

Prints what is wrong; exit code 1 if anything is.
"""

import json
import pathlib
import re
import sys

import yaml

PINNED = re.compile(r"[\w./-]+:v?\d+\.\d+\.\d+")
home = pathlib.Path(sys.argv[1])
compose = yaml.safe_load((home / "docker-compose.yml").read_text())
services = compose["services"]
faults = []


def expect(holds, fault):
    if not holds:
        faults.append(fault)


def mounts(service):
    return [volume.split(":") for volume in service["volumes"]]


ordinary = [name for name, service in services.items() if "profiles" not in service]
expect(ordinary == ["gateway"], "without a profile, Compose starts %s" % ordinary)
expect(services["gateway"]["ports"] == ["${HOST:-0.0.0.0}:${PORT:-3000}:3000"], "the gateway publishes more than its port")
for name, service in services.items():
    expect(service.get("read_only"), "%s may write to its file system" % name)
    expect(service.get("cap_drop") == ["ALL"], "%s keeps capabilities" % name)
    expect("no-new-privileges:true" in service.get("security_opt", []), "%s may gain privileges" % name)
    expect(service.get("user", "0").split(":")[0] not in ("0", "root"), "%s runs as root" % name)
    for source, *rest in mounts(service):
        if not source.startswith("."):
            expect(source in compose["volumes"], "%s: there is no volume %s" % (name, source))
        elif name != "gateway":
            expect((home / source).exists(), "%s: there is no %s" % (name, source))
            expect(rest[-1] == "ro", "%s may change %s" % (name, source))
    if "profiles" in service:
        expect(service["profiles"] == ["monitoring"], "%s has other profiles" % name)
        expect(PINNED.fullmatch(service["image"]), "%s: %s is no pinned version" % (name, service["image"]))
        for port in service.get("ports", []):
            expect(port.startswith("127.0.0.1:"), "%s is published to the world: %s" % (name, port))

monitoring = home / "deploy/monitoring"
for group in yaml.safe_load((monitoring / "alerts.yml").read_text())["groups"]:
    for rule in group["rules"]:
        expect(rule["annotations"]["summary"], "%s says nothing" % rule["alert"])
sources = yaml.safe_load((monitoring / "grafana/provisioning/datasources/prometheus.yml").read_text())["datasources"]
known = {source["uid"] for source in sources}
uids = set()
for file in sorted((monitoring / "grafana/dashboards").glob("*.json")):
    board = json.loads(file.read_text())
    expect(board["uid"] not in uids, "%s: its uid is another's" % file.name)
    uids.add(board["uid"])
    for panel in board["panels"]:
        place = panel["gridPos"]
        expect(place["x"] + place["w"] <= 24, "%s: %s does not fit" % (file.name, panel["title"]))
        expect(panel["datasource"]["uid"] in known, "%s: %s asks an unknown source" % (file.name, panel["title"]))
expect(len(uids) == 4, "there are %d dashboards" % len(uids))
print("\n".join(faults) or "clean")
sys.exit(1 if faults else 0)
