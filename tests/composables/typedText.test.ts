// @vitest-environment jsdom
import { mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import FormField from '@/components/evaluation/FormField.vue'
import KeptField from '@/components/evaluation/KeptField.vue'

const fields = [
  ['格子', FormField, 'blur'],
  ['单行', KeptField, 'change'],
] as const

describe.each(fields)('正在写的字（%s）', (_, component, leave) => {
  const start = () => {
    const field = mount(component, { props: { text: '原文', label: '责任人' } })
    const input = field.get<HTMLInputElement>('input, textarea')
    const type = (text: string) => {
      input.element.value = text
      return input.trigger('input')
    }
    return { field, input, type }
  }

  test('页面别处重画，不抹去正在写的字', async () => {
    const { field, input, type } = start()
    await type('写到一半')
    field.vm.$forceUpdate()
    await nextTick()
    expect(input.element.value).toBe('写到一半')
    await type('写完')
    expect(input.element.value).toBe('写完')
  })

  test('写到一半时存储的内容从别处变了，正在写的留着，离开时交出', async () => {
    const { field, input, type } = start()
    await type('我写的')
    await field.setProps({ text: '别人写的' })
    expect(input.element.value).toBe('我写的')
    await input.trigger(leave)
    expect(field.emitted('commit')).toEqual([['我写的']])
  })

  test('交出之后显示存储的内容', async () => {
    const { field, input, type } = start()
    await type(' 交出 ')
    await input.trigger(leave)
    await field.setProps({ text: '交出' })
    expect(input.element.value).toBe('交出')
    await field.setProps({ text: '撤销后' })
    expect(input.element.value).toBe('撤销后')
  })

  test('没有写过的，随存储的内容变', async () => {
    const { field, input } = start()
    await field.setProps({ text: '新的' })
    expect(input.element.value).toBe('新的')
  })
})

test('不能接受的内容不交出，显示原来的', async () => {
  const field = mount(KeptField, {
    props: { text: '8', isAcceptable: (text: string) => Number(text) <= 10 },
  })
  const input = field.get('input')
  input.element.value = '11'
  await input.trigger('input')
  expect(input.element.value).toBe('11')
  await input.trigger('change')
  expect(field.emitted('commit')).toBeUndefined()
  expect(input.element.value).toBe('8')
})
