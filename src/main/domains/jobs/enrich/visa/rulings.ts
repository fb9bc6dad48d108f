import type { VisaStatus } from '#shared/facts.ts'

/** What one sentence says. `weight` grows with how specific it is: 0.5 a word about the whole group, 1 a demand, 2 a word about
 *  the employer's help, 3 the same about this very role. */
export interface VisaVerdict {
  readonly status: Exclude<VisaStatus, 'unstated'>
  readonly weight: number
  readonly rule: string
}

/** The part of a rule's name after language and status, which are the verdict's own. */
export type Ruling = Pick<VisaVerdict, 'status' | 'weight'> & { readonly name: string }

export function refuses(name: string): Ruling {
  return { status: 'refuses', name, weight: 2 }
}

export function conditional(name: string): Ruling {
  return { status: 'conditional', name, weight: 2 }
}

export function offers(name: string): Ruling {
  return { status: 'offers', name, weight: 2 }
}
