import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import titles from '../fixtures/titles.json' with { type: 'json' }
import { readRoleFamily } from './role-family.ts'

const familyOf = (title: string, descriptionText = '') => readRoleFamily({ title, descriptionText }).roleFamily

describe('readRoleFamily', () => {
  it.each(titles.titles)('reads "$title" as $roleFamily', ({ title, roleFamily }) => {
    expect(familyOf(title)).toBe(roleFamily)
  })

  it.each([
    ['Join us!', 'We are looking for a data engineer with SQL.', 'data_engineer'],
    ['Werkstudent (m/w/d)', 'Du unterstützt unser Data-Science-Team bei Data-Science-Projekten.', 'data_scientist'],
    ['Praktikum', 'Du arbeitest am Frontend unserer App und lernst Frontend-Entwicklung mit React.', 'frontend'],
    ['Consultant (m/w/d)', 'Du berätst Kunden zu Kubernetes, DevOps und Terraform.', 'devops_sre'],
    ['Analyst', 'You build dashboards in Tableau and prepare reporting for the board.', 'data_analyst'],
    ['Analyst', 'You check invoices and call suppliers.', 'other'],
    ['Alternance (H/F)', 'Nous recherchons un développeur Java pour notre équipe.', 'backend'],
    ['Consultor/a', 'Buscamos un científico de datos para consultoría.', 'data_scientist'],
    ['Specjalista IT', 'Szukamy inżyniera DevOps do zespołu infrastruktury.', 'devops_sre'],
    ['Medarbetare IT', 'Vi söker en backendutvecklare.', 'backend'],
    ['Head of Data', 'You own our data platform, the data warehouse and the ETL pipelines.', 'data_engineer'],
  ])('asks the text where the title leaves the work open: %s', (title, descriptionText, family) => {
    expect(familyOf(title, descriptionText)).toBe(family)
  })

  it.each([
    ['Executive Assistant', 'We are looking for an assistant who helps our data engineers.', 'other'],
    ['Software Engineer', 'You write React and CSS all day.', 'backend'],
    ['Truck Driver', 'We are looking for a data engineer.', 'other'],
  ])('does not ask the text where the title names the work: %s', (title, descriptionText, family) => {
    expect(familyOf(title, descriptionText)).toBe(family)
  })

  it.each([
    ['Softwareentwickler*in Java (m/w/d)', '', 'Softwareentwickler*in Java'],
    ['Senior Data Engineer', '', 'Data Engineer'],
    ['Join us!', 'We are looking for a data engineer.', 'looking for a data engineer'],
    ['Geschichte', '', null],
  ])('quotes the words that decided: %s', (title, descriptionText, words) => {
    expect(readRoleFamily({ title, descriptionText }).words).toBe(words)
  })

  it('never throws, and quotes only what is there', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (title, descriptionText) => {
        const { words } = readRoleFamily({ title, descriptionText })
        expect(words === null || title.includes(words) || descriptionText.includes(words)).toBe(true)
      }),
    )
  })
})
