import { useState } from 'react'
import type { ApplicationDetail } from '#shared/applications.ts'
import { useApi } from '../../../../bridge/api.tsx'
import { type Deed, usePerform } from '../use-perform.ts'
import { changedFields, takenBack, type Groups } from './changed-fields.ts'

/** How one kind of part is stored. */
export interface PartStore<Part, Fields> {
  /** 'Contact': the notices name it. */
  readonly word: string
  readonly add: (input: { applicationId: number; fields: Fields }) => Promise<Part>
  readonly update: (input: { id: number; fields: Fields }) => Promise<Part>
  readonly remove: (input: { id: number }) => Promise<unknown>
  readonly partsOf: (application: ApplicationDetail) => readonly Part[]
  readonly fieldsOf: (part: Part) => Fields
  readonly groups?: Groups<Fields>
}

/** Stores what a form says of a part. Only what was changed in the form is laid over the part as it is by then, and only that is taken
 *  back: what somebody else changed meanwhile stays. `opened` is the part as the form began with it, null for a new one. */
export function useSavePart<Part extends { readonly id: number }, Fields extends object>(options: {
  readonly applicationId: number
  readonly part: Part | null
  readonly store: PartStore<Part, Fields>
  readonly onProblem?: Deed<unknown>['onProblem']
}) {
  const { applicationId, store, onProblem } = options
  const { word, partsOf, fieldsOf, groups = [] } = store
  const [opened] = useState(options.part)
  const api = useApi()
  const perform = usePerform()
  const asked = onProblem === undefined ? {} : { onProblem }

  const newest = async (known: Part): Promise<Part> => {
    const application = await api.applications.get.call({ id: applicationId })
    // One that was removed is refused by the core, which says so.
    return partsOf(application).find(({ id }) => id === known.id) ?? known
  }
  const add = (fields: Fields) =>
    perform({
      call: () => store.add({ applicationId, fields }),
      said: `${word} added`,
      undo: ({ id }) => store.remove({ id }),
      ...asked,
    })
  const change = async (part: Part, changed: Partial<Fields>) => {
    const { id } = part
    if (Object.keys(changed).length === 0) return true
    return await perform({
      call: async () => {
        const before = fieldsOf(await newest(part))
        return { before, part: await store.update({ id, fields: { ...before, ...changed } }) }
      },
      said: `${word} changed`,
      undo: async (done) => {
        const change = { before: done.before, after: fieldsOf(done.part), groups }
        return await store.update({ id, fields: takenBack(change, fieldsOf(await newest(done.part))) })
      },
      ...asked,
    })
  }
  /** `begun`: what the form said before anything was changed in it. */
  const save = ({ begun, typed }: { readonly begun: Fields | null; readonly typed: Fields }) =>
    opened === null || begun === null ? add(typed) : change(opened, changedFields(begun, typed, groups))
  return { opened, save }
}
