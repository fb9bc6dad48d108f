import { Button, Loader, SegmentedControl, TextInput } from '@mantine/core'
import { IconBuildingCommunity, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { Employer } from '#shared/employers.ts'
import { describeProblem } from '../../bridge/problem.ts'
import { Blank } from '../../ui/blank.tsx'
import { formatCount, regionName } from '../../ui/format.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemBlank } from '../../ui/problem-blank.tsx'
import { notifyUndo } from '../../ui/notify.tsx'
import { AddEmployer } from './add-employer.tsx'
import { EmployerList } from './employer-list.tsx'
import { employersShown, isInTrouble, type EmployerView } from './employer-words.ts'
import classes from './employers-page.module.css'
import { useEmployers } from './use-employers.ts'

/** The employers whose own boards are read, with a switch each. */
export function EmployersPage() {
  const employers = useEmployers()
  const { list } = employers
  return (
    <Page title="Employers">
      <title>Employers · Career Copilot</title>
      <AddEmployer />
      {list.error && !list.data && (
        <ProblemBlank {...describeProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {!list.error && !list.data && (
        <output aria-label="Loading employers">
          <Loader size="sm" type="dots" />
        </output>
      )}
      {list.data && <Watched employers={list.data} />}
    </Page>
  )
}

function Watched({ employers }: { readonly employers: readonly Employer[] }) {
  const { setOn, remove, isBusy } = useEmployers()
  const [view, setView] = useState<EmployerView>('all')
  const [text, setText] = useState('')
  const shown = employersShown(employers, { view, text, countryName: regionName })
  const on = employers.filter((employer) => employer.isOn).length
  const trouble = employers.filter((employer) => employer.isOn && isInTrouble(employer)).length
  const setAll = (isOn: boolean) => {
    const changed = shown.filter((employer) => employer.isOn !== isOn)
    setOn(changed, isOn)
    notifyUndo(`${formatCount(changed.length)} switched ${isOn ? 'on' : 'off'}`, () => setOn(changed, !isOn))
  }
  return (
    <Section
      id="watched-title"
      title="Employers to watch"
      aside={`${formatCount(on)} of ${formatCount(employers.length)} are on. Their boards are read with every run; what does not fit your roles and countries is left out.`}
    >
      <div className={classes.tools}>
        <TextInput
          className={classes.search ?? ''}
          type="search"
          size="xs"
          aria-label="Find an employer"
          placeholder="Name, board or country"
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <SegmentedControl<EmployerView>
          size="xs"
          withItemsBorders={false}
          aria-label="Which employers"
          data={[
            { value: 'all', label: 'All' },
            { value: 'on', label: 'On' },
            { value: 'own', label: 'Added by you' },
            { value: 'trouble', label: trouble === 0 ? 'Trouble' : `Trouble (${formatCount(trouble)})` },
          ]}
          value={view}
          onChange={setView}
        />
        <Button
          size="compact-xs"
          variant="default"
          disabled={isBusy || shown.every((employer) => employer.isOn)}
          onClick={() => setAll(true)}
        >
          These on
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={isBusy || !shown.some((employer) => employer.isOn)}
          onClick={() => setAll(false)}
        >
          These off
        </Button>
      </div>
      {shown.length === 0 ? (
        <Blank
          icon={IconBuildingCommunity}
          title={view === 'trouble' && text === '' ? 'All boards answer' : 'No such employer'}
        >
          {view === 'own' && text === ''
            ? 'Add the ones that you would like to work for above.'
            : 'Try another word, or show all.'}
        </Blank>
      ) : (
        <EmployerList employers={shown} onSetOn={(employer, isOn) => setOn([employer], isOn)} onRemove={remove} />
      )}
    </Section>
  )
}
