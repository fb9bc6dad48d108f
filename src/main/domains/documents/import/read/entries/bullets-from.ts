import type { Bullet } from '#shared/career.ts'
import type { NewId } from '../new-id.ts'
import { restFrom, textFrom } from '../text-from.ts'

const MOST = 60
const MOST_CHARS = 1000

/** Texts as points, as many and as long as a career holds; `rest`: what there is no room for. Pure but for the ids it is given. */
export function bulletsFrom(texts: readonly string[], newId: NewId): { bullets: Bullet[]; rest: string[] } {
  const kept = texts.slice(0, MOST)
  return {
    bullets: kept.map((text) => ({ id: newId(), text: textFrom(text, MOST_CHARS) })),
    rest: [...kept.map((text) => restFrom(text, MOST_CHARS)), ...texts.slice(MOST)].filter((text) => text !== ''),
  }
}
