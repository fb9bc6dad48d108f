import { createAiService } from '../domains/ai/ai.service.ts'
import { createPromptsService } from '../domains/ai/prompts/prompts.service.ts'
import type { SecretsService } from '../domains/settings/secrets.service.ts'
import { type AiGateway, createAiGateway } from '../infra/ai/gateway.ts'
import { createLedger } from '../infra/ai/ledger.ts'
import { createTargets } from '../infra/ai/targets.ts'
import { WIRE_LIMITS } from '../infra/ai/wire.ts'
import { processOwner } from '../infra/tasks/lease.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'

const DAY_MS = 86_400_000
/** Texts are kept by the day: whether some are too old is looked at this often. */
const PURGED_EVERY_MS = 3_600_000

export interface KeysOfModels {
  readonly secrets: Pick<SecretsService, 'isSet' | 'read'>
}

/** Language models. Nothing is sent but by an act of the user, and no SDK is loaded before. */
export function createAiPart(ground: Ground, { secrets }: KeysOfModels) {
  const { ports, clock, database, log, http, settings, zone, events } = ground
  const onChange = () => events.publish({ type: 'ai.changed' })
  const ledger = createLedger(database, { owner: processOwner(), onChange })
  const prompts = createPromptsService({ database, clock, onChange })
  const targets = createTargets({
    onChange,
    clock,
    zone,
    settings: settings.get,
    hasKey: secrets.isSet,
    readKey: secrets.read,
    baseUrlOverride: (id) => ports.baseUrls[id] ?? null,
  })
  const asking = { http, clock, log, ledger, targets, limits: WIRE_LIMITS }
  const gateway = createAiGateway({ ...asking, zone, settings: settings.get, random: Math.random })
  const ai = createAiService({
    ...asking,
    prompts,
    zone,
    budgetUsd: () => settings.get().aiMonthlyBudgetUsd,
  })
  const settleLost = (now: number): void => ledger.settleLost(now - 2 * WIRE_LIMITS.timeoutMs)
  let purgedAt = Number.NEGATIVE_INFINITY
  const tidy = (now: number): void => {
    if (now - purgedAt < PURGED_EVERY_MS) return
    purgedAt = now
    settleLost(now)
    const { aiKeepTextsDays: days } = settings.get()
    if (days !== null) ledger.purgeTexts(now - days * DAY_MS)
  }
  const services = { ai }
  return {
    services,
    /** For what writes with a language model. */
    gateway,
    prompts,
    handlers: [],
    prepare: () => settleLost(clock.now()),
    tick: tidy,
    stop: gateway.stop,
  } satisfies Part<typeof services> & { gateway: AiGateway; prompts: typeof prompts }
}
