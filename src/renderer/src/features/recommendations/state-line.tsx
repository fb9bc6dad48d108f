import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconLoader2 } from '@tabler/icons-react'
import type { RecommendationList } from '#shared/recommendations.ts'
import { ToneBadge } from '../../ui/tone-badge.tsx'
import { useNow } from '../../ui/use-now.ts'
import type { MatchView } from './match-url.ts'
import { stateWords } from './match-words.ts'
import classes from './state-line.module.css'
import type { ChangeMatchView } from './use-matches.ts'

const LEAST_SCORES = [0, 30, 50, 70]
const PER_COMPANY = [1, 3, 10, 50]
const LIMITS = [50, 100, 200]

/** What the list is made of and how old it is, whether it is still being worked on, and what may be in it. */
export function StateLine(props: {
  readonly list: RecommendationList
  readonly view: MatchView
  readonly change: ChangeMatchView
}) {
  const { list, view, change } = props
  const now = useNow(20_000)
  return (
    <div className={classes.line}>
      <output className={classes.state}>
        <span>{stateWords(list, now)}</span>
        {!list.isFresh && (
          <ToneBadge tone="accent" icon={IconLoader2} isSpinning>
            Working in what is new
          </ToneBadge>
        )}
      </output>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button
            className={classes.choose ?? ''}
            size="compact-xs"
            variant="subtle"
            color="gray"
            rightSection={<IconChevronDown size={13} aria-hidden="true" />}
          >
            In the list
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Figures
            label="Least score"
            value={view.minScore}
            values={LEAST_SCORES}
            word={(score) => (score === 0 ? 'Any score' : `${score} or more`)}
            onChange={(minScore) => change({ minScore })}
          />
          <Menu.Divider />
          <Figures
            label="Of one company"
            value={view.maxPerCompany}
            values={PER_COMPANY}
            word={(most) => (most === 50 ? 'All of them' : `At most ${most}`)}
            onChange={(maxPerCompany) => change({ maxPerCompany })}
          />
          <Menu.Divider />
          <Figures
            label="Length"
            value={view.limit}
            values={LIMITS}
            word={(limit) => `Best ${limit}`}
            onChange={(limit) => change({ limit })}
          />
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function Figures(props: {
  readonly label: string
  readonly value: number
  readonly values: readonly number[]
  readonly word: (value: number) => string
  readonly onChange: (value: number) => void
}) {
  return (
    <>
      <Menu.Label>{props.label}</Menu.Label>
      <Menu.RadioGroup value={String(props.value)} onChange={(picked) => props.onChange(Number(picked))}>
        {props.values.map((value) => (
          <Menu.RadioItem key={value} value={String(value)}>
            {props.word(value)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}
