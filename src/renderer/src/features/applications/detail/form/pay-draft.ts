import { payWishSchema, type PayWish } from '#shared/application-parts.ts'

/** Pay while it is typed: without an amount none is said. */
export interface PayDraft {
  readonly amount: number | null
  readonly currency: string
  readonly period: PayWish['period']
}

export function payDraftOf(pay: PayWish | null): PayDraft {
  return pay ?? { amount: null, currency: 'EUR', period: 'year' }
}

/** Pay as it is stored; what does not fit is told field by field. Pure. */
export function payOf({ amount, currency, period }: PayDraft): {
  readonly pay: PayWish | null
  readonly problems: { readonly amount?: string; readonly currency?: string }
} {
  if (amount === null) return { pay: null, problems: {} }
  const { data, error } = payWishSchema.safeParse({ amount, currency, period })
  if (data) return { pay: data, problems: {} }
  const wrong = new Set(error.issues.map(({ path }) => path[0]))
  return {
    pay: null,
    problems: {
      ...(wrong.has('amount') ? { amount: 'More than nothing, and at most 100 million.' } : {}),
      ...(wrong.has('currency') ? { currency: 'Three letters, as EUR.' } : {}),
    },
  }
}
