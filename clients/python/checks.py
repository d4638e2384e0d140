"""The official OpenAI client for Python against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 python checks.py

The accounts behind it are the simulator's: "echo: x" is answered by x. The model sim-slow begins after 1 s and says
"word" 200 times over some seconds; sim-broken always fails with 503, sim-refused with 400, sim-unknown with 404.
"""

import asyncio
import http.client
import json
import os
import time
import urllib.parse
import uuid

import openai
import pydantic
import responses  # noqa: F401  registers its checks
from harness import check, equal, raised, run

root = os.environ["GATEWAY_URL"]
model = os.environ.get("GATEWAY_MODEL", "gemini-3.8-flash")


def client_of(**options):
    """A client that hides nothing: it never tries twice on its own, and counts what it sends."""
    sent = []
    counting = openai.DefaultHttpxClient(event_hooks={"request": [lambda request: sent.append(str(request.url))]})
    settings = {"base_url": f"{root}/v1", "api_key": "any string will do", "max_retries": 0, "timeout": 20}
    return openai.OpenAI(**{**settings, **options}, http_client=counting), sent


client, _ = client_of()


def asking(text, **more):
    return {"model": model, "messages": [{"role": "user", "content": text}], **more}


def answer(to, text):
    return to.chat.completions.create(**asking(text)).choices[0].message.content


def chunks_of(text, **more):
    return list(client.chat.completions.create(**asking(text, stream=True, **more)))


def text_of(chunks):
    return "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)


def post(body, path="/v1/chat/completions"):
    """Without the client: the status, the headers and the body as text."""
    at = urllib.parse.urlsplit(root)
    connection = http.client.HTTPConnection(at.hostname, at.port, timeout=20)
    try:
        connection.request("POST", path, body.encode(), {"content-type": "application/json"})
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()
    finally:
        connection.close()


@check("plain answer")
def plain_answer():
    completion = client.chat.completions.create(**asking("echo: Hello there"))

    equal(len(completion.choices), 1)
    equal(completion.choices[0].message.role, "assistant")
    equal(completion.choices[0].message.content, "Hello there")
    equal(completion.choices[0].finish_reason, "stop")
    equal(completion.object, "chat.completion")
    equal(completion.model, model)
    assert completion._request_id, "the client finds no request id"


@check("plain answer tells its usage")
def usage():
    told = client.chat.completions.create(**asking("echo: one two three")).usage

    assert told.prompt_tokens > 0 and told.completion_tokens > 0
    equal(told.total_tokens, told.prompt_tokens + told.completion_tokens)


@check("streamed answer: whole text, one role, one finish reason")
def streamed_answer():
    chunks = chunks_of("echo: The quick brown fox jumps over the lazy dog")

    equal(text_of(chunks), "The quick brown fox jumps over the lazy dog")
    choices = [choice for chunk in chunks for choice in chunk.choices]
    equal([choice.delta.role for choice in choices if choice.delta.role], ["assistant"])
    equal(choices[0].delta.role, "assistant")
    equal([choice.finish_reason for choice in choices if choice.finish_reason], ["stop"])
    equal(choices[-1].finish_reason, "stop")
    equal(len({(chunk.id, chunk.created, chunk.model, chunk.object) for chunk in chunks}), 1)


@check("streamed answer keeps every character")
def every_character():
    text = 'Grüße, 你好, こんにちは, שלום 👩‍👩‍👧‍👦 \\ "quotes"\n\ttabs\r\nand data: lines'

    equal(text_of(chunks_of(f"echo: {text}")), text)
    equal(answer(client, f"echo: {text}"), text)


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


class Place(pydantic.BaseModel):
    city: str
    people: int


@check("a picture in a message is seen")
def picture():
    image = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}", "detail": "low"}}
    content = [image, {"type": "text", "text": "look"}]
    completion = client.chat.completions.create(model=model, messages=[{"role": "user", "content": content}])

    equal(completion.choices[0].message.content, "I see: image/png of 70 bytes")


@check("JSON by a schema becomes an object of the client's own class")
def structured_output():
    completion = client.chat.completions.parse(
        **asking('echo: {"city":"Rome","people":2700000}'), response_format=Place
    )

    equal(completion.choices[0].message.parsed, Place(city="Rome", people=2700000))


@check("reasoning effort, Google's extras, an alias, and a header for what has no effect")
def reasoning():
    raw = client.chat.completions.with_raw_response.create(
        **{**asking("echo: thought about"), "model": "gpt-4o"}, reasoning_effort="high", presence_penalty=1
    )
    equal(raw.headers["x-gateway-dropped"], "presence_penalty")
    equal(raw.parse().model, "gpt-4o")

    extras = {"extra_body": {"google": {"thinking_config": {"thinking_level": "low", "include_thoughts": True}}}}
    completion = client.chat.completions.create(**asking("echo: twice nested"), extra_body=extras)
    equal(completion.choices[0].message.content, "twice nested")


@check("stream tells its usage when asked, in one last chunk without choices")
def usage_asked_for():
    *others, last = chunks_of("echo: one two three", stream_options={"include_usage": True})

    equal(last.choices, [])
    assert last.usage.prompt_tokens > 0
    equal(last.usage.total_tokens, last.usage.prompt_tokens + last.usage.completion_tokens)
    assert all(chunk.usage is None for chunk in others), "usage in an earlier chunk"


@check("stream keeps its usage to itself when not asked")
def usage_not_asked_for():
    assert all(chunk.usage is None and len(chunk.choices) == 1 for chunk in chunks_of("echo: one two three"))


@check("stream satisfies the client's own accumulator")
def accumulator():
    with client.chat.completions.stream(**asking("echo: gathered")) as stream:
        completion = stream.get_final_completion()

    equal(completion.choices[0].message.content, "gathered")
    equal(completion.choices[0].finish_reason, "stop")


@check("stream arrives while it is made")
def paced():
    begun = time.monotonic()
    arrivals = []
    pieces = []
    for chunk in client.chat.completions.create(**asking("hi", stream=True, model="sim-slow")):
        if chunk.choices and chunk.choices[0].delta.content:
            arrivals.append(time.monotonic() - begun)
            pieces.append(chunk.choices[0].delta.content)

    equal("".join(pieces), "word " * 199 + "word")
    assert len(arrivals) >= 15, f"{len(arrivals)} chunks with text"
    assert arrivals[0] < arrivals[-1] / 2, f"first text after {arrivals[0]:.2f} s, the last after {arrivals[-1]:.2f} s"


@check("aborted stream returns at once")
def aborted():
    stream = client.chat.completions.create(**asking("hi", stream=True, model="sim-slow"))
    next(iter(stream))
    begun = time.monotonic()
    stream.close()

    assert time.monotonic() - begun < 1, "the abort took long"
    equal(answer(client, "echo: still here"), "still here")


@check("cancelled request returns at once")
def cancelled():
    async def story():
        async with openai.AsyncOpenAI(base_url=f"{root}/v1", api_key="any", max_retries=0) as waiting:
            running = asyncio.create_task(waiting.chat.completions.create(**asking("hi", model="sim-slow")))
            await asyncio.sleep(0.2)
            begun = time.monotonic()
            running.cancel()
            await asyncio.wait([running])
            assert running.cancelled()
            return time.monotonic() - begun

    assert asyncio.run(story()) < 0.7


@check("50 requests at once, each with its own answer")
def at_once():
    tokens = [f"token-{i}-{uuid.uuid4()}" for i in range(50)]

    async def one(parallel, i, token):
        if i % 2 == 0:
            completion = await parallel.chat.completions.create(**asking(f"echo: {token}"))
            return completion.choices[0].message.content
        stream = await parallel.chat.completions.create(**asking(f"echo: {token}", stream=True))
        return text_of([chunk async for chunk in stream])

    async def story():
        async with openai.AsyncOpenAI(base_url=f"{root}/v1", api_key="any", max_retries=0) as parallel:
            return await asyncio.gather(*(one(parallel, i, token) for i, token in enumerate(tokens)))

    equal(asyncio.run(story()), tokens)


@check("unknown path is a 404 in JSON")
def unknown_path():
    raised(openai.NotFoundError, lambda: client.get("/no/such/path", cast_to=object))

    status, headers, body = post("{}", "/v1/no/such/path")
    equal(status, 404)
    assert headers["content-type"].startswith("application/json")
    equal(sorted(json.loads(body)["error"]), ["code", "message", "param", "type"])


@check("malformed body is a 400")
def malformed_body():
    for body in ['{"model":', "[]", '"text"', "", '{"messages":[{"role":"user","content":"no model"}]}']:
        status, _, told = post(body)
        equal(status, 400)
        equal(json.loads(told)["error"]["type"], "invalid_request_error")


@check("request without messages is a 400 for the client")
def without_messages():
    raised(openai.BadRequestError, lambda: client.chat.completions.create(model=model, messages=[]))


@check("unknown model is a 404 with its code, whoever does not know it")
def unknown_model():
    counting, sent = client_of()

    for name in ("no such model", "sim-unknown"):
        question = {**asking("hi"), "model": name}
        error = raised(openai.NotFoundError, lambda: counting.chat.completions.create(**question))
        equal(error.code, "model_not_found")
    equal(len(sent), 2)


@check("request that Google refuses is a 400, streamed or not, and not tried again")
def refused():
    patient, sent = client_of(max_retries=2)

    for stream in (False, True):
        question = {**asking("hi", stream=stream), "model": "sim-refused"}
        raised(openai.BadRequestError, lambda: patient.chat.completions.create(**question))
    equal(len(sent), 2)


@check("fault of Google's is a server error, told after one request")
def fault():
    counting, sent = client_of()

    for stream in (False, True):
        question = {**asking("hi", stream=stream), "model": "sim-broken"}
        error = raised(openai.InternalServerError, lambda: counting.chat.completions.create(**question))
        assert error.status_code in (502, 503), error.status_code
        after = error.response.headers.get("retry-after")
        assert after is None or (after.isdigit() and int(after) <= 60), f"retry-after: {after}"
    equal(len(sent), 2)


@check("a model that fails does not spoil the others")
def unspoilt():
    equal(answer(client, "echo: unharmed"), "unharmed")


@check("list of models")
def models():
    entries = list(client.models.list())

    assert entries
    equal(len({entry.id for entry in entries}), len(entries))
    for entry in entries:
        equal(entry.object, "model")
        assert isinstance(entry.created, int) and isinstance(entry.owned_by, str)


@check("one model, and none")
def one_model():
    first = next(iter(client.models.list()))

    equal(client.models.retrieve(first.id).to_dict(), first.to_dict())
    raised(openai.NotFoundError, lambda: client.models.retrieve("no-such-model"))


@check("any key will do, and none")
def any_key():
    other, _ = client_of(api_key="sk-something-else")
    equal(answer(other, "echo: any"), "any")

    _, _, body = post(json.dumps(asking("echo: none")))
    equal(json.loads(body)["choices"][0]["message"]["content"], "none")


@check("base URL in the ways people type it")
def base_urls():
    for base in (root, f"{root}/", f"{root}/v1/", f"{root}/v1/v1", f"{root}//v1"):
        typed, _ = client_of(base_url=base)
        equal(answer(typed, f"echo: at {base}"), f"at {base}")


ERRAND = (
    'do: weather {"city":"Rome"} & weather {"city":"Oslo"} | clock {} & weather {"city":"Bern"} | clock {} | echo Rome is warm'
)
TOOLS = [
    {
        "type": "function",
        "function": {"name": name, "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
    }
    for name in ("weather", "clock")
]


def tool_loop(step):
    """Runs tools until there is an answer, and keeps of each call only what OpenAI names."""
    messages = [{"role": "user", "content": ERRAND}]
    ids, names = [], []
    while True:
        choice = step({"model": model, "messages": messages, "tools": TOOLS})
        message = choice.message
        if not message.tool_calls:
            equal(message.content, "Rome is warm")
            equal(choice.finish_reason, "stop")
            equal(len(set(ids)), 5)
            equal(names, ["weather", "weather", "clock", "weather", "clock"])
            return
        equal(choice.finish_reason, "tool_calls")
        calls = [
            {
                "id": call.id,
                "type": "function",
                "function": {
                    "name": call.function.name,
                    "arguments": json.dumps(json.loads(call.function.arguments), sort_keys=True),
                },
            }
            for call in message.tool_calls
        ]
        messages.append({"role": "assistant", "content": message.content, "tool_calls": calls})
        for call in calls:
            ids.append(call["id"])
            names.append(call["function"]["name"])
            messages.append({"role": "tool", "tool_call_id": call["id"], "content": '{"celsius": 21}'})


@check("three steps of tools, some in parallel")
def tools_whole():
    tool_loop(lambda body: client.chat.completions.create(**body).choices[0])


@check("three steps of tools, streamed, gathered by the client's own accumulator")
def tools_streamed():
    def step(body):
        with client.chat.completions.stream(**body) as stream:
            return stream.get_final_completion().choices[0]

    tool_loop(step)


run()
