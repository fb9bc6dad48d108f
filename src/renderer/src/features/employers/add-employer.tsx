import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { RecognisedBoard } from '#shared/employers.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatQuantity } from '../../ui/format.ts'
import { notify } from '../../ui/notify.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import classes from './employers-page.module.css'
import { KIND_NAMES } from './employer-words.ts'
import { useEmployers } from './use-employers.ts'

const HOW_WORDS: Readonly<Record<RecognisedBoard['how'], string>> = {
  address: 'recognised by its address',
  page: 'found on the careers page',
  name: 'found by its name',
}

/** A name or an address goes in; the boards that it leads to come out, to be put on the list. */
export function AddEmployer() {
  const api = useApi()
  const { add } = useEmployers()
  const [text, setText] = useState('')
  const typed = useRef('')
  const look = useMutation(api.employers.recognise.mutationOptions())
  const change = (next: string) => {
    typed.current = next
    setText(next)
  }
  const put = (board: RecognisedBoard) => {
    const { kind, slug, variant, name, url } = board
    add.mutate(
      { kind, slug, variant, name, url },
      {
        onSuccess: () => {
          notify(`${name} is on the list`)
          // What was typed meanwhile is another employer, and stays.
          if (typed.current !== text) return
          look.reset()
          change('')
        },
      },
    )
  }
  return (
    <div className={classes.add}>
      <form
        className={classes.addForm}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim().length >= 2) look.mutate({ text })
        }}
      >
        <TextInput
          className={classes.addText ?? ''}
          label="Add an employer"
          description="Its name, its careers page, or the address of its board or of one of its postings."
          placeholder="Acme, or https://acme.com/careers"
          value={text}
          onChange={(event) => {
            change(event.currentTarget.value)
            look.reset()
          }}
        />
        <Button type="submit" loading={look.isPending} disabled={text.trim().length < 2}>
          Look
        </Button>
      </form>
      <output className={classes.found}>
        {look.error && <p className={classes.message}>{problemWords(look.error)}</p>}
        {look.data?.map((board) => (
          <div key={`${board.kind} ${board.slug}`} className={classes.board}>
            <div className={classes.words}>
              <span className={classes.name}>{board.name}</span>
              <span className={classes.note}>
                {KIND_NAMES[board.kind]}, {HOW_WORDS[board.how]}
                {board.postings !== null && ` · ${formatQuantity(board.postings, ['opening', 'openings'])}`}
                {board.url !== '' && (
                  <>
                    {' · '}
                    <OutsideLink href={board.url}>{URL.parse(board.url)?.host ?? board.url}</OutsideLink>
                  </>
                )}
              </span>
            </div>
            <Button
              size="compact-xs"
              variant={board.isKnown ? 'default' : 'filled'}
              leftSection={board.isKnown ? <IconCheck size={13} /> : <IconPlus size={13} />}
              loading={add.isPending}
              onClick={() => put(board)}
            >
              {board.isKnown ? 'On the list: switch on' : 'Watch'}
            </Button>
          </div>
        ))}
      </output>
    </div>
  )
}

function problemWords(error: Error): string {
  if (error instanceof ORPCError && error.code === 'BOARD_NOT_RECOGNISED') {
    return 'No board was found there. Paste the address of its careers page, or of one of its postings. Boards of other systems cannot be watched; their pages can be read as “Job pages”.'
  }
  return describeProblem(error).message
}
