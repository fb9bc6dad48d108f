import { z } from 'zod'
import { AI_PURPOSES, type Prompt } from '#shared/ai.ts'
import bundled from '#resources/prompts.json' with { type: 'json' }
import type { AiMessage } from '../../../infra/ai/provider.ts'

const promptSchema = z.object({
  text: z.string().min(1),
  places: z.array(
    z.object({
      name: z.string().regex(/^[a-z]+$/),
      meaning: z.string(),
      isNeeded: z.boolean(),
      /** 'data': written by a stranger or the user; 'ours': made by the app. */
      kind: z.enum(['data', 'ours']),
    }),
  ),
})
export type BundledPrompt = z.infer<typeof promptSchema>

const prompts = z
  .object({ prompts: z.object({ resume: promptSchema, letter: promptSchema, interview: promptSchema }) })
  .parse(bundled).prompts

export type PromptPurpose = Prompt['purpose']
export const PROMPT_PURPOSES = AI_PURPOSES.filter((purpose): purpose is PromptPurpose => purpose !== 'test')

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g

export function bundledPrompt(purpose: PromptPurpose): BundledPrompt {
  return prompts[purpose]
}

/** Which places a text lacks, and which it names that there are none of. Pure. */
export function placeProblems(text: string, places: BundledPrompt['places']): { missing: string[]; unknown: string[] } {
  const used = new Set([...text.matchAll(PLACE)].map(([, name = '']) => name))
  return {
    missing: places.flatMap(({ name, isNeeded }) => (isNeeded && !used.has(name) ? [name] : [])),
    unknown: [...used].filter((name) => places.every((place) => place.name !== name)),
  }
}

/** The messages of a call. Our own words fill their places; data is sent in a message of its own, in marked blocks that it cannot close,
 *  and its places name the block. Pure. */
export function promptMessages(
  text: string,
  { places, values }: { places: BundledPrompt['places']; values: Readonly<Record<string, string>> },
): AiMessage[] {
  // One pass: braces in a value are no places.
  const system = text.replaceAll(PLACE, (whole, name: string) => {
    const place = places.find((candidate) => candidate.name === name)
    if (place === undefined) return whole
    return place.kind === 'data' ? `the block <data name="${name}">` : (values[name] ?? '')
  })
  const blocks = places.flatMap(({ name, kind }) => (kind === 'data' ? [dataBlock(name, values[name] ?? '')] : []))
  return [
    { role: 'system', text: system },
    { role: 'user', text: blocks.join('\n\n') },
  ]
}

function dataBlock(name: string, text: string): string {
  return `<data name="${name}">\n${text.replaceAll(/<(?=\s*\/?\s*data\b)/gi, '‹')}\n</data>`
}
