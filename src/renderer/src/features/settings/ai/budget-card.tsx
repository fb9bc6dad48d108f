import { NumberInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { AiUsage } from '#shared/ai.ts'
import type { Settings } from '#shared/settings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { formatCount, formatQuantity } from '../../../ui/format.ts'
import { Card } from '../../../ui/page.tsx'
import { ProblemBlank } from '../../../ui/problem-blank.tsx'
import { SettingRow, SwitchRow } from '../notifications/rows.tsx'
import rowClasses from '../setting-row.module.css'
import { useDraft } from '../use-draft.ts'
import { useSaveSettings } from '../use-settings.ts'
import classes from './ai.module.css'
import { spentWords } from './ai-words.ts'

const TYPING_MS = 500
const DEFAULT_BUDGET_USD = 5
const DEFAULT_DAYS = 90

/** What may be spent in a month, what was, and how long texts are kept. */
export function BudgetCard({ settings }: { readonly settings: Settings }) {
  const { save, issues } = useSaveSettings()
  const { aiMonthlyBudgetUsd: budget, aiKeepTextsDays: days } = settings
  return (
    <Card>
      <SwitchRow
        name="Monthly budget"
        note="In US dollars, by the months of your time zone. Off: nothing bounds what calls may cost."
        isOn={budget !== null}
        onChange={(isOn) => void save({ aiMonthlyBudgetUsd: isOn ? DEFAULT_BUDGET_USD : null })}
      >
        {budget !== null && (
          <FigureField
            label="Monthly budget in US dollars"
            value={budget}
            prefix="$"
            issue={issues.aiMonthlyBudgetUsd}
            onChange={(aiMonthlyBudgetUsd) => void save({ aiMonthlyBudgetUsd })}
          />
        )}
      </SwitchRow>
      <Spent />
      <SwitchRow
        name="Forget texts"
        note="What was sent and what came back is deleted after so many days; the figures stay. Off: it is kept."
        isOn={days !== null}
        onChange={(isOn) => void save({ aiKeepTextsDays: isOn ? DEFAULT_DAYS : null })}
      >
        {days !== null && (
          <FigureField
            label="Days until texts are forgotten"
            value={days}
            suffix=" days"
            isWhole
            issue={issues.aiKeepTextsDays}
            onChange={(aiKeepTextsDays) => void save({ aiKeepTextsDays })}
          />
        )}
      </SwitchRow>
    </Card>
  )
}

function Spent() {
  const api = useApi()
  const id = useId()
  const usage = useQuery(api.ai.usage.queryOptions({ input: {} }))
  if (usage.error && !usage.data) {
    return <ProblemBlank {...describeProblem(usage.error)} onRetry={() => void usage.refetch()} />
  }
  const { data } = usage
  const share = data === undefined ? 0 : shareOf(data)
  return (
    <div>
      <SettingRow name="Spent this month" note={data === undefined ? 'Counting' : countWords(data)} controlId={id}>
        <output id={id} className={classes.cost}>
          {data !== undefined && spentWords(data)}
        </output>
      </SettingRow>
      {data !== undefined && data.budgetUsd !== null && (
        <div className={classes.bar} aria-hidden="true">
          <div className={classes.barUsed} style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </div>
  )
}

function shareOf({ spentUsd, budgetUsd }: AiUsage): number {
  return budgetUsd === null || budgetUsd === 0 ? 0 : Math.min(1, (spentUsd ?? 0) / budgetUsd)
}

function countWords({ calls, inputTokens, outputTokens }: AiUsage): string {
  const tokens = `${formatCount(inputTokens)} tokens in, ${formatCount(outputTokens)} out`
  return `${formatQuantity(calls, ['call', 'calls'])}, ${tokens}. A call that runs counts with the most it may cost.`
}

function FigureField(props: {
  readonly label: string
  readonly value: number
  readonly prefix?: string
  readonly suffix?: string
  readonly isWhole?: boolean
  readonly issue: string | undefined
  readonly onChange: (value: number) => void
}) {
  const { draft, set } = useDraft<number | string>(props.value)
  const saveSoon = useDebouncedCallback(props.onChange, { delay: TYPING_MS, flushOnUnmount: true })
  return (
    <NumberInput
      size="xs"
      className={rowClasses.control ?? ''}
      aria-label={props.label}
      allowNegative={false}
      decimalScale={props.isWhole === true ? 0 : 2}
      prefix={props.prefix ?? ''}
      suffix={props.suffix ?? ''}
      value={draft}
      error={props.issue}
      // Before whatever is pressed next, which may be the switch that takes the figure away.
      onBlur={() => saveSoon.flush()}
      onChange={(value) => {
        set(value)
        if (typeof value === 'number') saveSoon(value)
      }}
    />
  )
}
