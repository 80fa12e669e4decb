#!/usr/bin/env bash
# Synapse 1.163.2 with matrix-bot-sdk 0.8.0 and matrix-nio 0.26.0: whoever creates a room has no right in it, they say.
#
# One would guess that the creator of a room stands in `users` of m.room.power_levels with 100, that a room identifier ends
# with the name of a server, and that somebody with level 100 may do everything.
# Seen: Synapse creates rooms of version 12 unless told otherwise. There `users` is empty (a creator in it is refused: « must not
# appear in content.users »), creators stand above all levels, the identifier has no colon, and m.room.tombstone wants 150, out of reach of an
# administrator at 100. matrix-bot-sdk's userHasPowerLevelFor and userHasPowerLevelForAction answer false for the creator, nio's
# get_user_level 0, while the server lets the creator do it.
#
# Needs python3 with venv, node and npm. Exits 0 as long as this is so.
set -euo pipefail
dir=$(mktemp -d); server=
trap 'test -z "$server" || kill "$server" 2>/dev/null; rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check --no-compile matrix-synapse==1.163.2 matrix-nio==0.26.0
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
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts matrix-bot-sdk@0.8.0
# The native crypto is fetched by an install script; nothing here is encrypted.
echo 'module.exports = {}' > node_modules/@matrix-org/matrix-sdk-crypto-nodejs/index.js
cat > may.js <<'JS'
const { MatrixClient, MemoryStorageProvider } = require('matrix-bot-sdk');
const [, , url, token, user, room] = process.argv;
const client = new MatrixClient(url, token, new MemoryStorageProvider());
client.userHasPowerLevelFor(user, room, 'm.room.name', true).then((name) =>
  client.userHasPowerLevelForAction(user, room, 'kick').then((kick) => console.log(name, kick)));
JS
venv/bin/python - "$port" <<'PYTHON'
import asyncio, hashlib, hmac, json, subprocess, sys, time, urllib.error, urllib.parse, urllib.request

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
login = call("POST", "/_synapse/admin/v1/register", {"nonce": nonce, "username": "someone", "admin": False,
             "password": "a-password-of-no-use", "mac": mac.hexdigest()})[1]
token, user = login["access_token"], login["user_id"]

room = call("POST", "/_matrix/client/v3/createRoom", {"name": "default version"})[1]["room_id"]
path = "/_matrix/client/v3/rooms/" + urllib.parse.quote(room)
version = call("GET", f"{path}/state/m.room.create")[1]["room_version"]
levels = call("GET", f"{path}/state/m.room.power_levels")[1]
try:
    call("PUT", f"{path}/state/m.room.power_levels", levels | {"users": {user: 100}})
    refused = None
except urllib.error.HTTPError as error:
    refused = json.loads(error.read())["error"]
sdk = subprocess.run(["node", "may.js", base, token, user, room], capture_output=True, text=True, check=True).stdout.split()[-2:]
renamed = call("PUT", f"{path}/state/m.room.name", {"name": "renamed by its creator"})[0]

from nio import AsyncClient

async def level():
    client = AsyncClient(base, user)
    client.access_token, client.user_id = token, user
    await client.sync(timeout=0, full_state=True)
    try:
        return client.rooms[room].power_levels.get_user_level(user)
    finally:
        await client.close()

nio = asyncio.run(level())
print("room              ", room, "version", version)
print("users, tombstone  ", levels["users"], levels["events"].get("m.room.tombstone"))
print("creator in users  ", refused)
print("matrix-bot-sdk    ", "may name the room:", sdk[0], "may kick:", sdk[1])
print("matrix-nio        ", "level of the creator:", nio)
print("named by it       ", renamed)
held = (version == "12" and ":" not in room and levels["users"] == {} and levels["events"]["m.room.tombstone"] == 150
        and refused and sdk == ["false", "false"] and nio == 0 and renamed == 200)
print("as described" if held else "CHANGED")
sys.exit(0 if held else 1)
PYTHON
