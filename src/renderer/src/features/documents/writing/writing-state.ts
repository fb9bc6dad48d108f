import type { Finding } from '#shared/claims.ts'
import type { TailoringResult } from '#shared/tailoring.ts'
import type { WritingEvent } from '#shared/writing.ts'

export type Asked = Extract<WritingEvent, { type: 'asked' }>

/** How far a model has come. `text` is what it wrote since the last one was asked. */
export interface WritingState {
  readonly step: 'idle' | 'writing' | 'stopping' | 'written' | 'stopped' | 'failed'
  readonly asked: readonly Asked[]
  readonly text: string
  readonly result: TailoringResult | null
  readonly findings: readonly Finding[]
  /** Of what was written; null where nobody told the price. */
  readonly costUsd: number | null
  readonly error: unknown
}

export const IDLE: WritingState = {
  step: 'idle',
  asked: [],
  text: '',
  result: null,
  findings: [],
  costUsd: null,
  error: null,
}

export type Told =
  | WritingEvent
  | { readonly type: 'begun' | 'stopping' | 'ended' | 'forgotten' }
  | { readonly type: 'failed'; readonly error: unknown }

/** Pure. */
export function wrote(state: WritingState, told: Told): WritingState {
  switch (told.type) {
    case 'begun':
      return { ...IDLE, step: 'writing' }
    case 'asked':
      return { ...state, asked: [...state.asked, told], text: '' }
    case 'text':
      return { ...state, text: state.text + told.text }
    case 'written':
      return { ...state, step: 'written', result: told.result, findings: told.findings, costUsd: told.costUsd }
    case 'stopped':
      return { ...state, step: 'stopped', text: told.text, result: told.result }
    case 'stopping':
      return state.step === 'writing' ? { ...state, step: 'stopping' } : state
    // It is over without a last word: stopped before anybody had said anything.
    case 'ended':
      return isUnderWay(state) ? { ...state, step: 'stopped' } : state
    case 'failed':
      return { ...state, step: 'failed', error: told.error }
    case 'forgotten':
    default:
      return IDLE
  }
}

export function isUnderWay({ step }: Pick<WritingState, 'step'>): boolean {
  return step === 'writing' || step === 'stopping'
}
