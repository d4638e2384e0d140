"""Renders the Helm chart with Helm's own library and holds it, and the plain manifests, against Kubernetes' schemas.

    python deploy/lint/manifests.py FOLDER_OF_DEPLOY

Prints what is wrong; exit code 1 if anything is.
"""

import pathlib
import sys

import kubernetes_validate
import yaml
from helm_python import Chart
from helm_python.chart import lint
from helm_python.errors import HelmError

KUBERNETES = "1.37"
VALUES = {
    "as it is": {},
    "with everything set": {
        "image": {"tag": "1.0.0", "pullSecrets": [{"name": "registry"}]},
        "accounts": {"existingSecret": "", "existingClaim": "accounts"},
        "apiKeys": {"existingSecret": ""},
        "settings": {"LOG_LEVEL": "DEBUG", "FETCH_MEDIA": True, "ADMIN_PORT": 3001},
        "service": {"type": "LoadBalancer", "port": 443, "annotations": {"a": "b"}},
        "podAnnotations": {"a": "b"},
        "nodeSelector": {"a": "b"},
        "tolerations": [{"key": "a", "operator": "Exists"}],
        "affinity": {"podAntiAffinity": {}},
    },
}
REFUSED = {
    "a misspelt name": {"serivce": {}},
    "a port that is none": {"service": {"port": "http"}},
    "nowhere for accounts": {"accounts": {"existingSecret": ""}},
    "clients' keys in the open": {"settings": {"API_KEYS": "sesame"}},
}
faults = []


def valid(where, text):
    for document in filter(None, yaml.safe_load_all(text)):
        try:
            kubernetes_validate.validate(document, KUBERNETES, strict=True)
        except kubernetes_validate.ValidationError as broken:
            faults.append("%s: %s: %s" % (where, document.get("kind"), str(broken).splitlines()[0]))


def render(chart, path):
    for name, values in VALUES.items():
        report = lint(path, values, strict=True, kube_version="v%s.0" % KUBERNETES)
        faults.extend("%s: lint: %s" % (name, error) for error in report["errors"])
        rendered = chart.render(values, name="gateway")
        kinds = {document["kind"] for text in rendered.values() for document in yaml.safe_load_all(text) if document}
        if kinds != {"Deployment", "PodDisruptionBudget", "Service"}:
            faults.append("%s: the chart makes %s" % (name, ", ".join(sorted(kinds))))
        for file, text in rendered.items():
            valid("%s: %s" % (name, file), text)


def refuse(chart):
    for name, values in REFUSED.items():
        try:
            chart.validate_schema(values)
            faults.append("%s: the chart's schema takes it" % name)
        except HelmError:
            pass


deploy = pathlib.Path(sys.argv[1])
with Chart.load(deploy / "helm/gemini-gateway") as gateway:
    render(gateway, deploy / "helm/gemini-gateway")
    refuse(gateway)
for manifest in sorted(deploy.glob("kubernetes/*.yaml")):
    if manifest.name != "kustomization.yaml":
        valid(manifest.name, manifest.read_text())
print("\n".join(faults) or "clean")
sys.exit(1 if faults else 0)
