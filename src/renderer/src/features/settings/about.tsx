import { Loader } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconX, type Icon } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Health } from '#shared/health.ts'
import { useApi } from '../../bridge/api.tsx'
import { describeProblem } from '../../bridge/problem.ts'
import { formatBytes, formatCount, formatDuration } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { ToneBadge, type Tone } from '../../ui/tone-badge.tsx'
import classes from './about.module.css'

const CHECK_NAMES = { database: 'Database', disk: 'Disk', background: 'Background work', sources: 'Sources' } as const

const LOOKS: Readonly<Record<Health['state'], { readonly word: string; readonly tone: Tone; readonly icon: Icon }>> = {
  ok: { word: 'Fine', tone: 'good', icon: IconCheck },
  warning: { word: 'Look at this', tone: 'warn', icon: IconAlertTriangle },
  failing: { word: 'Failing', tone: 'bad', icon: IconX },
}

const SHELL_WORDS = { electron: 'Desktop app', host: 'In the browser', cli: 'Command line', test: 'Test' } as const

/** What this is, where it keeps its data, and whether it is well. */
export function About() {
  const api = useApi()
  const health = useQuery(api.health.get.queryOptions({ staleTime: 0 }))
  if (health.error && !health.data) {
    return <ProblemBlank {...describeProblem(health.error)} onRetry={() => void health.refetch()} />
  }
  if (!health.data) return <Loader size="sm" type="dots" />
  const { data } = health
  return (
    <div className={classes.columns}>
      <Card>
        {data.checks.map((check) => {
          const { word, tone, icon } = LOOKS[check.state]
          return (
            <div key={check.id} className={classes.check}>
              <div>
                <span className={classes.name}>{CHECK_NAMES[check.id]}</span>
                <p className={classes.message}>{check.message}</p>
              </div>
              <ToneBadge tone={tone} icon={icon}>
                {word}
              </ToneBadge>
            </div>
          )
        })}
      </Card>
      <dl className={classes.facts}>
        <Fact name="Version">{data.version}</Fact>
        <Fact name="Runs as">
          {SHELL_WORDS[data.shell]}, since {formatDuration(data.uptimeMs)}
        </Fact>
        <Fact name="Profile folder">
          <code className={classes.path}>{data.profileDir}</code>
        </Fact>
        <Fact name="Database">
          {formatBytes(data.database.sizeBytes)}, schema {data.database.schemaVersion}, SQLite{' '}
          {data.database.sqliteVersion}
        </Fact>
        <Fact name="Jobs">
          {formatCount(data.database.jobs)} from {formatCount(data.database.postings)} postings
        </Fact>
        <Fact name="Background work">
          {data.isLeader ? 'Done by this process' : 'Done by another process of this profile'}
        </Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
