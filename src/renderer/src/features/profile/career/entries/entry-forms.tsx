import { NativeSelect } from '@mantine/core'
import { type Education, type Experience, type Extra, EXTRA_KINDS, type Project } from '#shared/career.ts'
import { EXTRA_KIND_WORDS } from '../career-words.ts'
import classes from '../career.module.css'
import { BulletsField } from '../fields/bullets-field.tsx'
import { CheckedText } from '../fields/checked-text.tsx'
import { checkAddress } from '../fields/checks.ts'
import { MonthField, SpanFields } from '../fields/month-field.tsx'
import { SkillsOfEntry } from '../fields/skills-of-entry.tsx'
import { isReversed } from '../fields/written-month.ts'
import type { EntryFormProps } from './entry-list.tsx'

const MARKDOWN = 'One point a line. **bold**, *italic* and [link](https://…) are kept.'

export function ExperienceForm({ entry, change }: EntryFormProps<Experience>) {
  const { id } = entry
  return (
    <div className={classes.grid}>
      <CheckedText
        id={`${id}-company`}
        label="Employer"
        value={entry.company}
        most={160}
        isRequired
        onKeep={(company) => change({ company })}
      />
      <CheckedText
        id={`${id}-title`}
        label="Title"
        value={entry.title}
        most={160}
        onKeep={(title) => change({ title })}
      />
      <SpanFields
        id={id}
        start={entry.start}
        end={entry.end}
        openWords="Empty: it goes on"
        isReversed={isReversed(entry.start, entry.end)}
        onKeep={change}
      />
      <CheckedText
        id={`${id}-place`}
        label="Place"
        value={entry.place}
        most={120}
        onKeep={(place) => change({ place })}
      />
      <CheckedText
        id={`${id}-url`}
        label="Web page"
        type="url"
        value={entry.url}
        most={2000}
        check={checkAddress}
        onKeep={(url) => change({ url: url.trim() })}
      />
      <div data-wide>
        <CheckedText
          id={`${id}-summary`}
          label="In a sentence or two"
          value={entry.summary}
          most={2000}
          isLong
          onKeep={(summary) => change({ summary })}
        />
      </div>
      <div data-wide>
        <BulletsField
          id={`${id}-bullets`}
          label="What you did and reached"
          note={MARKDOWN}
          bullets={entry.bullets}
          onKeep={(bullets) => change({ bullets })}
        />
      </div>
      <div data-wide>
        <SkillsOfEntry id={`${id}-skills`} skills={entry.skills} onKeep={(skills) => change({ skills })} />
      </div>
    </div>
  )
}

export function EducationForm({ entry, change }: EntryFormProps<Education>) {
  const { id } = entry
  return (
    <div className={classes.grid}>
      <CheckedText
        id={`${id}-institution`}
        label="Institution"
        value={entry.institution}
        most={200}
        isRequired
        onKeep={(institution) => change({ institution })}
      />
      <CheckedText
        id={`${id}-degree`}
        label="Degree"
        note="As its document says it"
        value={entry.degree}
        most={160}
        onKeep={(degree) => change({ degree })}
      />
      <CheckedText
        id={`${id}-field`}
        label="Field"
        value={entry.field}
        most={160}
        onKeep={(field) => change({ field })}
      />
      <CheckedText
        id={`${id}-place`}
        label="Place"
        value={entry.place}
        most={120}
        onKeep={(place) => change({ place })}
      />
      <SpanFields
        id={id}
        start={entry.start}
        end={entry.end}
        openWords="Empty: it goes on"
        isReversed={isReversed(entry.start, entry.end)}
        onKeep={change}
      />
      <CheckedText
        id={`${id}-grade`}
        label="Grade"
        value={entry.grade}
        most={60}
        onKeep={(grade) => change({ grade })}
      />
      <div data-wide>
        <BulletsField
          id={`${id}-bullets`}
          label="Courses, thesis, what else counts"
          note={MARKDOWN}
          bullets={entry.bullets}
          onKeep={(bullets) => change({ bullets })}
        />
      </div>
    </div>
  )
}

export function ProjectForm({ entry, change }: EntryFormProps<Project>) {
  const { id } = entry
  return (
    <div className={classes.grid}>
      <CheckedText
        id={`${id}-name`}
        label="Name"
        value={entry.name}
        most={160}
        isRequired
        onKeep={(name) => change({ name })}
      />
      <CheckedText
        id={`${id}-role`}
        label="Your role"
        value={entry.role}
        most={160}
        onKeep={(role) => change({ role })}
      />
      <SpanFields
        id={id}
        start={entry.start}
        end={entry.end}
        openWords="Empty: it goes on"
        isReversed={isReversed(entry.start, entry.end)}
        onKeep={change}
      />
      <CheckedText
        id={`${id}-url`}
        label="Web page"
        type="url"
        value={entry.url}
        most={2000}
        check={checkAddress}
        onKeep={(url) => change({ url: url.trim() })}
      />
      <div data-wide>
        <BulletsField
          id={`${id}-bullets`}
          label="What it is and what you did"
          note={MARKDOWN}
          bullets={entry.bullets}
          onKeep={(bullets) => change({ bullets })}
        />
      </div>
      <div data-wide>
        <SkillsOfEntry id={`${id}-skills`} skills={entry.skills} onKeep={(skills) => change({ skills })} />
      </div>
    </div>
  )
}

const KINDS = EXTRA_KINDS.map((value) => ({ value, label: EXTRA_KIND_WORDS[value] }))

export function ExtraForm({ entry, change }: EntryFormProps<Extra>) {
  const { id } = entry
  return (
    <div className={classes.grid}>
      <NativeSelect
        id={`${id}-kind`}
        label="Kind"
        data={KINDS}
        value={entry.kind}
        onChange={({ currentTarget: { value } }) =>
          change({ kind: EXTRA_KINDS.find((kind) => kind === value) ?? 'other' })
        }
      />
      <CheckedText
        id={`${id}-name`}
        label="Name"
        value={entry.name}
        most={300}
        isRequired
        onKeep={(name) => change({ name })}
      />
      <CheckedText
        id={`${id}-by`}
        label="Given or published by"
        value={entry.by}
        most={200}
        onKeep={(by) => change({ by })}
      />
      <MonthField id={`${id}-date`} label="Date" value={entry.date} onKeep={(date) => change({ date })} />
      <CheckedText
        id={`${id}-url`}
        label="Web page"
        type="url"
        value={entry.url}
        most={2000}
        check={checkAddress}
        onKeep={(url) => change({ url: url.trim() })}
      />
      <div data-wide>
        <CheckedText
          id={`${id}-text`}
          label="About it"
          value={entry.text}
          most={1000}
          isLong
          onKeep={(text) => change({ text })}
        />
      </div>
    </div>
  )
}
