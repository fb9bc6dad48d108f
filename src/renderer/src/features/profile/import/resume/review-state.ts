import type { Suggestion } from '#shared/resume-import.ts'

export type Decision = 'accepted' | 'rejected'

/** What the user made of the suggestions; one without a decision is open. */
export interface Review {
  readonly decisions: ReadonlyMap<string, Decision>
  /** As they were put right. */
  readonly edits: ReadonlyMap<string, Suggestion>
}

export const UNREVIEWED: Review = { decisions: new Map(), edits: new Map() }

/** The same decision again takes it back. Pure. */
export function decided(review: Review, id: string, decision: Decision): Review {
  const decisions = new Map(review.decisions)
  if (decisions.get(id) === decision) decisions.delete(id)
  else decisions.set(id, decision)
  return { ...review, decisions }
}

/** Accepts what is open among these: what was rejected stays so. Pure. */
export function allAccepted(review: Review, suggestions: readonly Suggestion[]): Review {
  const decisions = new Map(review.decisions)
  for (const { id } of suggestions) if (!decisions.has(id)) decisions.set(id, 'accepted')
  return { ...review, decisions }
}

/** Whether nothing speaks against taking it unseen. Pure. */
export const isSure = ({ doubts }: Suggestion): boolean => doubts.length === 0

/** A suggestion that is put right is meant to be taken. Pure. */
export function edited(review: Review, suggestion: Suggestion): Review {
  return {
    decisions: new Map([...review.decisions, [suggestion.id, 'accepted']]),
    edits: new Map([...review.edits, [suggestion.id, suggestion]]),
  }
}

/** What is to be taken in, as it was put right. Pure. */
export function acceptedOf(review: Review, suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions
    .filter(({ id }) => review.decisions.get(id) === 'accepted')
    .map((suggestion) => review.edits.get(suggestion.id) ?? suggestion)
}

const SUGGESTION_KINDS = [
  'person',
  'link',
  'summary',
  'experience',
  'education',
  'project',
  'extra',
  'skill',
  'language',
] as const satisfies readonly Suggestion['kind'][]

/** The suggestions by kind; kinds without one are left out. Pure. */
export function byKind(suggestions: readonly Suggestion[]): [Suggestion['kind'], Suggestion[]][] {
  return SUGGESTION_KINDS.flatMap((kind): [Suggestion['kind'], Suggestion[]][] => {
    const of = suggestions.filter((suggestion) => suggestion.kind === kind)
    return of.length === 0 ? [] : [[kind, of]]
  })
}

/** Whether it says what it cannot be without, so that it can be taken. Pure. */
export function isWhole(suggestion: Suggestion): boolean {
  switch (suggestion.kind) {
    case 'experience':
      return suggestion.value.company.trim() !== ''
    case 'education':
      return suggestion.value.institution.trim() !== ''
    case 'project':
    case 'extra':
      return suggestion.value.name.trim() !== ''
    case 'link':
      return suggestion.url.trim() !== ''
    case 'language':
      return true
    case 'person':
    case 'summary':
    case 'skill':
      break
  }
  return suggestion.value.trim() !== ''
}
