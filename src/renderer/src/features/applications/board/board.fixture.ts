import type { ApplicationCard } from '#shared/applications.ts'

/** A card with nothing special about it. */
export function aCard(patch: Partial<ApplicationCard> & Pick<ApplicationCard, 'id'>): ApplicationCard {
  return {
    jobId: null,
    title: `Job ${patch.id}`,
    company: 'Zalando',
    place: 'Berlin',
    url: null,
    stage: 'saved',
    stageSince: 1000,
    columnId: null,
    rank: String(patch.id),
    appliedAt: null,
    nextStep: null,
    match: null,
    visa: null,
    isJobClosed: false,
    looksGhosted: false,
    version: 1,
    createdAt: 1000,
    updatedAt: 1000,
    ...patch,
  }
}
