import { Text, View } from '@react-pdf/renderer'
import { createElement as h, type ReactNode } from 'react'
import type { Post, ResumeCase, School } from './resume-set.ts'

type Style = Readonly<Record<string, string | number>>
export const bold: Style = { fontWeight: 700 }
export const text = (content: ReactNode, style: Style = {}) => h(Text, { style }, content)
export const box = (children: readonly ReactNode[], style: Style = {}) => h(View, { style }, ...children)
export const heading = (content: string) => text(content, { ...bold, fontSize: 13, marginTop: 12, marginBottom: 4 })
export const row = (left: ReactNode, right: ReactNode) =>
  box([left, right], { flexDirection: 'row', justifyContent: 'space-between' })
export const bulletsOf = ({ bullets }: Post) =>
  bullets.map((bullet) => box([text('•', { width: 12 }), text(bullet, { flex: 1 })], { flexDirection: 'row' }))

export function contactLines({ person, email, link, labelled, wording }: ResumeCase): string[] {
  if (!labelled) return [person.home, person.phone, email, link]
  const { labels } = wording
  return [`${labels.address}: ${person.home}`, `${labels.phone}: ${person.phone}`, `${labels.email}: ${email}`, link]
}

export const schoolOf = ({ degree, school, dates }: School) =>
  box([row(text(degree, bold), text(dates)), text(school)], { marginBottom: 4 })

export function spokenLines({ languages, labelled }: ResumeCase): string[] {
  const each = languages.map(({ name, said }) => (labelled ? `${name}: ${said}` : `${name} (${said})`))
  return labelled ? each : [each.join(', ')]
}
