import { describe, expect, test } from 'vitest'
import { nextDraft, type TextDraft } from './next-draft.ts'

const clean: TextDraft = { draft: 'old', seen: 'old', sent: null, isOvertaken: false }

describe('a stored text that is another one', () => {
  test('comes in where nothing is unsaved', () => {
    expect(nextDraft(clean, 'new')).toEqual({ draft: 'new', seen: 'new', sent: null, isOvertaken: false })
  })

  test('overtakes what is written, which stays', () => {
    expect(nextDraft({ ...clean, draft: 'mine' }, 'new')).toMatchObject({ draft: 'mine', isOvertaken: true })
    expect(nextDraft({ ...clean, draft: 'new' }, 'new')).toMatchObject({ draft: 'new', isOvertaken: false })
  })

  test('and that the user saved overtakes nobody who typed on meanwhile, nor who typed the old text again', () => {
    for (const draft of ['mine, and more', 'mine', 'old']) {
      const saved = nextDraft({ ...clean, draft, sent: 'mine' }, 'mine')
      expect(saved).toEqual({ draft, seen: 'mine', sent: null, isOvertaken: false })
    }
  })

  test('and that somebody else saved meanwhile does overtake', () => {
    const other = nextDraft({ ...clean, draft: 'mine, and more', sent: 'mine' }, 'theirs')
    expect(other).toMatchObject({ draft: 'mine, and more', isOvertaken: true })
    expect(nextDraft(other, 'mine')).toMatchObject({ draft: 'mine, and more', isOvertaken: false })
  })
})
