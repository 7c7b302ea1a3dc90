# The same as ask-token.ts, with Debian's python3-azure: ask-token.py SCOPE
import base64
import json
import logging
import sys

from azure.identity import ManagedIdentityCredential
from requests.adapters import HTTPAdapter

# What it logs of a refusal is what it raises.
logging.disable()

requests = 0
send = HTTPAdapter.send


def counting(*args, **kwargs):
    global requests
    requests += 1
    return send(*args, **kwargs)


HTTPAdapter.send = counting

try:
    token = ManagedIdentityCredential().get_token(sys.argv[1]).token
    payload = token.split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    said = {"aud": claims["aud"], "tid": claims["tid"]}
except Exception as error:
    said = {"error": str(error)}
print(json.dumps({**said, "requests": requests}))
