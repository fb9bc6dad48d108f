import { parseArgs } from 'node:util'
import { AI_PROVIDERS } from '../../src/shared/ai.ts'
import { AI_MODES, type AiMode } from './ai/modes.ts'
import { startFakeProvider } from './ai/provider.ts'
import { companySlugs } from './content.ts'
import { startFakes } from './job-boards.ts'
import { MODES } from './modes.ts'
import { startFakeNtfy } from './ntfy.ts'
import { SMTP_MODES, type SmtpMode, startFakeSmtp } from './smtp-server.ts'
import { RECEIVER_MODES, type ReceiverMode } from './receiver.ts'
import { startFakeTwilio } from './twilio.ts'
import { startFakeWebhook } from './webhook.ts'

const HOUR_MS = 3_600_000
const USAGE =
  'npm run fakes -- [--port 4711] [--count 72] [--revision 1] [--smtp-mode ok] [--receiver-mode ok] [--ai-mode ok]'
const TWILIO_ACCOUNT = `AC${'0'.repeat(32)}`
const TWILIO_TOKEN = 'token'

/** The fake boards for hands: prints how to point the app at them and serves until Ctrl+C. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      count: { type: 'string' },
      revision: { type: 'string' },
      'smtp-mode': { type: 'string' },
      'receiver-mode': { type: 'string' },
      'ai-mode': { type: 'string' },
    },
  })
  const [port, count, revision] = [values.port ?? '0', values.count ?? '72', values.revision ?? '1'].map(Number)
  if (![port, count, revision].every((number) => Number.isInteger(number) && Number(number) >= 0))
    throw new TypeError('a number is needed')
  const asOf = Math.floor(Date.now() / HOUR_MS) * HOUR_MS
  const fakes = await startFakes({ port: port ?? 0, content: { count: count ?? 72, revision: revision ?? 1, asOf } })
  for (const [id, url] of Object.entries(fakes.urls)) console.log(`--base-url ${id}=${url}`)
  console.log(`Boards of employers: ${companySlugs().join(', ')}`)
  console.log(`Feed: ${fakes.urls['rss']}/feed.xml`)
  console.log(`Modes: ${MODES.join(' ')}`)
  console.log(
    `curl -d '{"source":"arbeitnow","mode":"hang"}' ${fakes.urls['arbeitnow']}/_control    (or {"revision":2})`,
  )
  const channels = await startChannels({
    smtp: modeOf(SMTP_MODES, values['smtp-mode']),
    receivers: modeOf(RECEIVER_MODES, values['receiver-mode']),
  })
  const models = await startModels(modeOf(AI_MODES, values['ai-mode']))
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await Promise.all([fakes, ...channels, ...models].map((fake) => fake.close()))
  return 0
}

/** Stand-ins for language models; any key is taken. */
async function startModels(mode: AiMode) {
  const models = await Promise.all(AI_PROVIDERS.map((id) => startFakeProvider(id, { mode })))
  for (const { provider, baseUrl } of models) console.log(`--base-url ${provider}=${baseUrl}`)
  console.log(`Language models: the-model, another-model    (--ai-mode ${AI_MODES.join('|')})`)
  return models
}

/** What notifications go to. */
async function startChannels(modes: { smtp: SmtpMode; receivers: ReceiverMode }) {
  const { smtp: mode, receivers } = modes
  const smtp = await startFakeSmtp({ mode })
  const twilio = await startFakeTwilio({ accountSid: TWILIO_ACCOUNT, token: TWILIO_TOKEN, mode: receivers })
  const webhook = await startFakeWebhook({ mode: receivers })
  const ntfy = await startFakeNtfy({ mode: receivers })
  console.log(
    `Mail server: ${smtp.host}, port ${smtp.port}, without encryption, any user    (--smtp-mode ${SMTP_MODES.join('|')})`,
  )
  console.log(`--base-url twilio=${twilio.url}    account ${TWILIO_ACCOUNT}, token "${TWILIO_TOKEN}"`)
  console.log(`Webhook: ${webhook.url}/hook    ntfy: ${ntfy.url}    (--receiver-mode ${RECEIVER_MODES.join('|')})`)
  return [smtp, twilio, webhook, ntfy]
}

function modeOf<Mode extends string>(modes: readonly [Mode, ...Mode[]], asked: string | undefined): Mode {
  const mode = asked === undefined ? modes[0] : modes.find((each) => each === asked)
  if (mode === undefined) throw new TypeError(`there is no mode "${String(asked)}"; there are ${modes.join(', ')}`)
  return mode
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  process.exitCode = 2
}
