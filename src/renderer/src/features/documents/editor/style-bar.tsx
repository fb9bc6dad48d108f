import { NativeSelect, Switch } from '@mantine/core'
import { memo } from 'react'
import {
  DOCUMENT_FONTS,
  DOCUMENT_LANGUAGES,
  PAGE_SIZES,
  TEMPLATES,
  type DocumentStyle,
  type Template,
} from '#shared/documents.ts'
import { languageName } from '../../../ui/format.ts'
import { FONT_WORDS, PAGE_SIZE_WORDS, scaleWords, TEMPLATE_WORDS } from '../words.ts'
import { isReadableOnPaper } from './contrast.ts'
import classes from './style-bar.module.css'

const SCALES = [0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2]

/** How the document looks: template, paper, type, colour, language. */
export const StyleBar = memo(function StyleBar(props: {
  readonly style: DocumentStyle
  readonly onChange: (patch: Partial<DocumentStyle>, field?: string) => void
}) {
  const { style, onChange } = props
  return (
    <section className={classes.bar} aria-label="Looks">
      <div role="radiogroup" aria-label="Template" className={classes.templates}>
        {TEMPLATES.map((template) => (
          <TemplateChoice
            key={template}
            template={template}
            isChosen={style.template === template}
            onChoose={() => onChange({ template })}
          />
        ))}
      </div>
      <div className={classes.fields}>
        <Choice
          label="Page"
          values={PAGE_SIZES}
          value={style.pageSize}
          nameOf={(size) => PAGE_SIZE_WORDS[size]}
          onChange={(pageSize) => onChange({ pageSize })}
        />
        <Choice
          label="Font"
          values={DOCUMENT_FONTS}
          value={style.font}
          nameOf={(font) => FONT_WORDS[font]}
          onChange={(font) => onChange({ font })}
        />
        <Choice
          label="Text size"
          values={SCALES.map(String)}
          value={String(style.scale)}
          nameOf={(scale) => scaleWords(Number(scale))}
          onChange={(scale) => onChange({ scale: Number(scale) })}
        />
        <Choice
          label="Language"
          values={DOCUMENT_LANGUAGES}
          value={style.language}
          nameOf={languageName}
          onChange={(language) => onChange({ language })}
        />
        <label className={classes.accent}>
          <span>Accent</span>
          <input
            type="color"
            value={style.accent}
            aria-describedby="accent-hint"
            onChange={({ currentTarget: { value } }) => onChange({ accent: value.toLowerCase() }, 'accent')}
          />
        </label>
        <Switch
          className={classes.onePage ?? ''}
          label="Fit on one page"
          checked={style.isOnePage}
          onChange={({ currentTarget: { checked } }) => onChange({ isOnePage: checked })}
        />
      </div>
      <p id="accent-hint" className={classes.hint} aria-live="polite">
        {isReadableOnPaper(style.accent)
          ? ''
          : 'The accent is pale on white paper: headings in it are hard to read. Take a darker one.'}
      </p>
    </section>
  )
})

function Choice<Value extends string>(props: {
  readonly label: string
  readonly values: readonly Value[]
  readonly value: Value
  readonly nameOf: (value: Value) => string
  readonly onChange: (value: Value) => void
}) {
  const { values, nameOf } = props
  // A size between ours, from elsewhere, stays to be chosen.
  const shown = values.includes(props.value) ? values : [props.value, ...values]
  return (
    <NativeSelect
      size="xs"
      label={props.label}
      data={shown.map((value) => ({ value, label: nameOf(value) }))}
      value={props.value}
      onChange={({ currentTarget }) => {
        const chosen = shown.find((value) => value === currentTarget.value)
        if (chosen !== undefined) props.onChange(chosen)
      }}
    />
  )
}

function TemplateChoice(props: {
  readonly template: Template
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const { name, note } = TEMPLATE_WORDS[props.template]
  return (
    <label title={note} className={classes.template} data-chosen={props.isChosen || undefined}>
      <input type="radio" name="template" className="cc-unseen" checked={props.isChosen} onChange={props.onChoose} />
      <span className={classes.paper} data-template={props.template} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
      </span>
      <span className={classes.templateName}>{name}</span>
    </label>
  )
}
