"""Runs matrix-nio, a client in Python with its own encryption (vodozemac), and obeys nio-person.ts.

usage: person.py URL USER_ID PASSWORD FOLDER. One JSON object a line: {"id", "method", "args"} is read from standard
input, {"id", "value"} or {"id", "error"} is written to standard output.
"""

import asyncio
import json
import sys

from nio import AsyncClient, AsyncClientConfig, ErrorResponse, Event, MegolmEvent, MessageDirection, RoomPreset
from nio import ReactionEvent, RedactionEvent

MESSAGES = ("m.room.message", "m.reaction", "m.room.encrypted")


def said(event):
    """An event as `Seen` of person.ts shows it, but for its room."""
    content = event.source.get("content", {})
    relation = content.get("m.relates_to", {})
    kind = relation.get("rel_type")
    return {
        "eventId": event.event_id,
        "sender": event.sender,
        "type": event.source.get("type", ""),
        "msgtype": content.get("msgtype"),
        "body": content.get("body", relation.get("key", "")),
        "html": content.get("formatted_body"),
        "encrypted": event.decrypted or isinstance(event, MegolmEvent),
        "undecryptable": isinstance(event, MegolmEvent),
        "replyTo": relation.get("m.in_reply_to", {}).get("event_id"),
        "thread": relation.get("event_id") if kind == "m.thread" else None,
        "replaces": relation.get("event_id") if kind == "m.replace" else None,
        "mentions": content["m.mentions"].get("user_ids", []) if "m.mentions" in content else None,
        "sentAt": event.server_timestamp,
    }


def good(response):
    if isinstance(response, ErrorResponse):
        raise RuntimeError(str(response))
    return response


class Person:
    def __init__(self, url, user_id, password, folder):
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=True)
        self.client = AsyncClient(url, user_id, store_path=folder, config=config)
        self.password = password
        self.events = {}
        self.reactions = []
        self.client.add_event_callback(self.hear, Event)

    async def hear(self, room, event):
        if isinstance(event, ReactionEvent):
            self.reactions.append((event.reacts_to, event.key, event.sender))
        if isinstance(event, RedactionEvent):
            self.events.pop(event.redacts, None)
        elif event.source.get("type") in MESSAGES:
            self.events[event.event_id] = said(event) | {"roomId": room.room_id}

    async def login(self):
        good(await self.client.login(self.password))
        good(await self.client.sync(timeout=0, full_state=True))
        self.syncing = asyncio.create_task(self.client.sync_forever(timeout=10_000))

    async def createDirect(self, other):
        answer = good(await self.client.room_create(is_direct=True, preset=RoomPreset.private_chat, invite=[other]))
        while answer.room_id not in self.client.rooms:
            await asyncio.sleep(0.05)
        return answer.room_id

    async def isEncrypted(self, room_id):
        return self.client.rooms[room_id].encrypted

    async def memberJoined(self, room_id, user_id):
        """Present and not only invited."""
        room = self.client.rooms[room_id]
        return user_id in room.users and user_id not in room.invited_users

    async def say(self, room_id, body, content):
        message = {"msgtype": "m.text", "body": body} | content
        sent = await self.client.room_send(room_id, "m.room.message", message, ignore_unverified_devices=True)
        return good(sent).event_id

    async def react(self, room_id, event_id, key):
        relation = {"rel_type": "m.annotation", "event_id": event_id, "key": key}
        return good(await self.client.room_send(room_id, "m.reaction", {"m.relates_to": relation})).event_id

    async def redact(self, room_id, event_id):
        good(await self.client.room_redact(room_id, event_id))

    async def seen(self):
        return list(self.events.values())

    async def history(self, room_id):
        """The whole room as the homeserver keeps it, oldest first, decrypted with this client's keys."""
        found, start = [], None
        while True:
            page = good(await self.client.room_messages(room_id, start, direction=MessageDirection.back, limit=500))
            found += [said(event) | {"roomId": room_id} for event in page.chunk]
            if not page.chunk or not page.end:
                return found[::-1]
            start = page.end

    async def taps(self, event_id):
        """Reactions under a message, by others than this person, in their order."""
        return [key for to, key, sender in self.reactions if to == event_id and sender != self.client.user_id]


async def main():
    person = Person(*sys.argv[1:])
    lines = asyncio.StreamReader(limit=1 << 24)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)

    async def obey(call):
        try:
            answer = {"value": await getattr(person, call["method"])(*call["args"])}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps({"id": call["id"], **answer}), flush=True)

    running = set()
    while line := await lines.readline():
        task = asyncio.create_task(obey(json.loads(line)))
        running.add(task)
        task.add_done_callback(running.discard)


asyncio.run(main())
