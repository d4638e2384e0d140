// A gateway of the kind this project began as: fastify in front, google-auth-library for tokens, and each answer
// translated by JSON.parse and JSON.stringify. Written for the comparison; it does text and nothing else.
import Fastify from 'fastify'
import { OAuth2Client } from 'google-auth-library'
import { randomUUID } from 'node:crypto'

const upstream = process.env.MOCK_URL
const account = new OAuth2Client({ clientId: 'benchmark', clientSecret: 'benchmark' })
account.setCredentials({
  access_token: 'benchmark', refresh_token: 'benchmark', expiry_date: Date.now() + 24 * 3600 * 1000,
})

const ENDS = { STOP: 'stop', MAX_TOKENS: 'length', SAFETY: 'content_filter' }

function question(chat) {
  const contents = []
  let systemInstruction
  for (const message of chat.messages) {
    const text = typeof message.content === 'string'
      ? message.content
      : message.content.map(part => part.text ?? '').join('')
    if (message.role === 'system') {
      systemInstruction = { parts: [{ text }] }
    } else {
      contents.push({ role: message.role === 'assistant' ? 'model' : 'user', parts: [{ text }] })
    }
  }
  return {
    contents,
    systemInstruction,
    generationConfig: {
      temperature: chat.temperature, topP: chat.top_p, maxOutputTokens: chat.max_tokens, stopSequences: chat.stop,
    },
  }
}

const text = candidate => (candidate?.content?.parts ?? []).map(part => part.text ?? '').join('')
const usage = counts => counts && {
  prompt_tokens: counts.promptTokenCount ?? 0,
  completion_tokens: counts.candidatesTokenCount ?? 0,
  total_tokens: counts.totalTokenCount ?? 0,
}

async function ask(chat, signal) {
  const method = chat.stream ? 'streamGenerateContent?alt=sse' : 'generateContent'
  const { token } = await account.getAccessToken()
  return fetch(`${upstream}/v1beta/models/${chat.model}:${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(question(chat)),
    signal,
  })
}

function whole(chat, answer) {
  const candidate = answer.candidates?.[0]
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: chat.model,
    choices: [{
      index: 0,
      message: { role: 'assistant', content: text(candidate) },
      finish_reason: ENDS[candidate?.finishReason] ?? 'stop',
    }],
    usage: usage(answer.usageMetadata),
  }
}

async function stream(chat, answer, out) {
  const head = {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion.chunk',
    created: Math.floor(Date.now() / 1000),
    model: chat.model,
  }
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of answer.body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n/)
    rest = lines.pop()
    for (const line of lines) {
      if (line.startsWith('data: ')) {
        const candidate = JSON.parse(line.slice(6)).candidates?.[0]
        const choice = {
          index: 0,
          delta: { content: text(candidate) },
          finish_reason: candidate?.finishReason ? (ENDS[candidate.finishReason] ?? 'stop') : null,
        }
        out.write(`data: ${JSON.stringify({ ...head, choices: [choice] })}\n\n`)
      }
    }
  }
  out.end('data: [DONE]\n\n')
}

const app = Fastify({ logger: false, bodyLimit: 32 << 20 })
app.post('/v1/chat/completions', async (request, reply) => {
  const chat = request.body
  const gone = new AbortController()
  reply.raw.on('close', () => gone.abort())
  const answer = await ask(chat, gone.signal)
  if (!answer.ok) {
    return reply.code(answer.status).send({ error: { message: await answer.text() } })
  }
  if (!chat.stream) {
    return whole(chat, await answer.json())
  }
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  await stream(chat, answer, reply.raw).catch(() => reply.raw.destroy())
})
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
