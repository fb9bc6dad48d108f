import { useEffect, useRef, useState } from 'react'
import type { Problems } from './form-problems.ts'

/** A form of one part: what is wrong is said once saving was asked for, and the first wrong field gets the focus. */
export function usePartForm<Draft, Field extends string>(options: {
  readonly initial: () => Draft
  readonly problemsOf: (draft: Draft) => Problems<Field>
  /** True when it is stored; the form then goes. */
  readonly save: (draft: Draft) => Promise<boolean>
  readonly onClose: () => void
}) {
  const [draft, setDraft] = useState(options.initial)
  const [attempts, setAttempts] = useState(0)
  const [isSaving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const problems = attempts === 0 ? ({} as Problems<Field>) : options.problemsOf(draft)
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts])
  const submit = async () => {
    if (isSaving) return
    if (Object.keys(options.problemsOf(draft)).length > 0) {
      setAttempts((count) => count + 1)
      return
    }
    setSaving(true)
    const isStored = await options.save(draft)
    setSaving(false)
    if (isStored) options.onClose()
  }
  return {
    draft,
    set: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
    problems,
    /** What the frame of the form needs. */
    frame: { ref: form, isSaving, onSubmit: () => void submit(), onCancel: options.onClose },
  }
}
