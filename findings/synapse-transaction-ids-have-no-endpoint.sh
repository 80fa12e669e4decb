#!/usr/bin/env bash
# Synapse 1.163.2: a transaction identifier is remembered per room and device, whatever the request was.
#
# One would guess, from the specification (a transaction identifier belongs to one device and one HTTP endpoint),
# that PUT …/send/m.room.message/T, PUT …/send/m.reaction/T and PUT …/redact/{event}/T are three requests.
# Seen: in the same room, the second and the third answer 200 with the event_id of the message sent first, and do
# nothing: no reaction is added and the message is still there, though a client is told that it was redacted.
# In another room the same identifier is free.
#
# Needs python3 with venv, and PyPI. Exits 0 as long as this is so.
set -euo pipefail
dir=$(mktemp -d); server=
trap 'test -z "$server" || kill "$server" 2>/dev/null; rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile matrix-synapse==1.163.2
port=$("$dir/venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat > "$dir/homeserver.yaml" <<YAML
server_name: example.test
report_stats: false
signing_key_path: $dir/signing.key
media_store_path: $dir/media
pid_file: $dir/pid
trusted_key_servers: []
database: { name: sqlite3, args: { database: "$dir/homeserver.db" } }
listeners: [{ port: $port, type: http, bind_addresses: [127.0.0.1], resources: [{ names: [client] }] }]
registration_shared_secret: only-for-this-run
YAML
cd "$dir"
venv/bin/python -m synapse.app.homeserver -c homeserver.yaml --generate-keys
venv/bin/python -m synapse.app.homeserver -c homeserver.yaml > synapse.out 2>&1 &
server=$!
venv/bin/python - "$port" <<'PYTHON'
import hashlib, hmac, json, sys, time, urllib.error, urllib.parse, urllib.request

base, token = f"http://127.0.0.1:{sys.argv[1]}", None

def call(method, path, body=None):
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(base + path, data, headers, method=method)) as answer:
        return answer.status, json.loads(answer.read())

for _ in range(120):
    try:
        call("GET", "/_matrix/client/versions")
        break
    except OSError:
        time.sleep(0.5)
nonce = call("GET", "/_synapse/admin/v1/register")[1]["nonce"]
mac = hmac.new(b"only-for-this-run", f"{nonce}\0someone\0a-password-of-no-use\0notadmin".encode(), hashlib.sha1)
token = call("POST", "/_synapse/admin/v1/register", {"nonce": nonce, "username": "someone", "admin": False,
             "password": "a-password-of-no-use", "mac": mac.hexdigest()})[1]["access_token"]

def room():
    return "/_matrix/client/v3/rooms/" + urllib.parse.quote(call("POST", "/_matrix/client/v3/createRoom", {})[1]["room_id"])

first, other = room(), room()
message = call("PUT", f"{first}/send/m.room.message/T", {"msgtype": "m.text", "body": "to be deleted"})[1]["event_id"]
reaction = call("PUT", f"{first}/send/m.reaction/T",
                {"m.relates_to": {"rel_type": "m.annotation", "event_id": message, "key": "1"}})
redaction = call("PUT", f"{first}/redact/{message}/T", {})
elsewhere = call("PUT", f"{other}/send/m.room.message/T", {"msgtype": "m.text", "body": "another room"})
left = call("GET", f"{first}/event/{message}")[1]
print("message           ", message)
print("reaction, same T  ", reaction)
print("redaction, same T ", redaction)
print("after redaction   ", left["content"], "relations:", left.get("unsigned", {}).get("m.relations"))
print("other room, same T", elsewhere)
same = reaction == (200, {"event_id": message}) and redaction == (200, {"event_id": message})
kept = left["content"].get("body") == "to be deleted" and elsewhere[1]["event_id"] != message
print("as described" if same and kept else "CHANGED")
sys.exit(0 if same and kept else 1)
PYTHON
