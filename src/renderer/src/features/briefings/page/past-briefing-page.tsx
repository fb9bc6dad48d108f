import { Button } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useApi } from '../../../bridge/api.tsx'
import { Blank } from '../../../ui/blank.tsx'
import { KIND_WORDS } from '../words/briefing-words.ts'
import { BriefingFrame } from './briefing-frame.tsx'
import { BriefingOrState } from './briefing-or-state.tsx'

/** One that was written at its time. */
export function PastBriefingPage() {
  const { id: written } = useParams({ from: '/frame/briefing/$id' })
  const id = /^\d{1,15}$/.test(written) ? Number(written) : null
  return id === null ? <NoBriefing /> : <Kept id={id} />
}

function Kept({ id }: { readonly id: number }) {
  const api = useApi()
  const briefing = useQuery(api.briefings.get.queryOptions({ input: { id }, retry: false }))
  const isGone = briefing.error !== null && 'code' in briefing.error && briefing.error.code === 'NOT_FOUND'
  if (isGone) return <NoBriefing />
  return (
    <BriefingFrame
      name={briefing.data ? KIND_WORDS[briefing.data.kind] : 'Briefing'}
      isPrintable={briefing.data !== undefined}
    >
      <BriefingOrState query={briefing} />
    </BriefingFrame>
  )
}

function NoBriefing() {
  return (
    <BriefingFrame name="Briefing">
      <Blank
        icon={IconFileOff}
        title="There is no such briefing"
        actions={
          <Button size="xs" renderRoot={(root) => <Link to="/briefing" {...root} />}>
            See today’s
          </Button>
        }
      >
        It may have been of another profile, or its address is cut off.
      </Blank>
    </BriefingFrame>
  )
}
