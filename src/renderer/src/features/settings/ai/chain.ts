import { AI_PROVIDERS, type AiProvider } from '#shared/ai.ts'
import type { Settings } from '#shared/settings.ts'

type Chain = Settings['aiProviders']

/** All providers in the order of the setting; those that it does not name come last, off. Pure. */
export function wholeChain(chain: Chain): Chain {
  const named = new Set(chain.map(({ id }) => id))
  return [...chain, ...AI_PROVIDERS.filter((id) => !named.has(id)).map((id) => ({ id, isOn: false }))]
}

/** The provider one place up (-1) or down (1); at an end it stays. Pure. */
export function moved(chain: Chain, { id, by }: { id: AiProvider; by: -1 | 1 }): Chain {
  const whole = wholeChain(chain)
  const from = whole.findIndex((entry) => entry.id === id)
  const to = from + by
  const [entry, other] = [whole[from], whole[to]]
  if (entry === undefined || other === undefined) return whole
  return whole.with(from, other).with(to, entry)
}

export function switched(chain: Chain, { id, isOn }: { id: AiProvider; isOn: boolean }): Chain {
  return wholeChain(chain).map((entry) => (entry.id === id ? { id, isOn } : entry))
}
