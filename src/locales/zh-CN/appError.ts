import type { AppErrorCode } from '@/domain/appError'

interface UserFacingText {
  /** What happened. */
  title: string
  /** Whether data is safe. A local-first tool always answers this question. */
  dataState: string
  /** The one thing to do next. */
  action: string
}

export const appError: Record<AppErrorCode, UserFacingText> = {
  'storage-full': {
    title: '磁盘或浏览器存储空间已满，本次修改没有保存。',
    dataState: '此前保存的数据不受影响，本次修改还在页面上。',
    action: '请先导出到其他磁盘，再清理磁盘空间后重试。',
  },
  'storage-blocked-by-other-tab': {
    title: '另一个标签页正在使用旧版本的数据库。',
    dataState: '数据没有改动。',
    action: '请关闭本系统的其他标签页，然后刷新。',
  },
  'storage-newer-than-app': {
    title: '数据由更新版本的程序写入，当前版本无法打开。',
    dataState: '数据没有改动。',
    action: '请改用新版本程序打开；急用时可先把内容导出。',
  },
  'storage-lost': {
    title: '浏览器里原有的数据不见了，可能被浏览器或清理软件清除。',
    dataState: '本次没有写入任何内容。',
    action: '请从备份或快照恢复；都没有时再从空白开始。',
  },
  'storage-unavailable': {
    title: '浏览器拒绝使用本地数据库，可能处于无痕模式。',
    dataState: '当前页面上的修改不会保存。',
    action: '请改用普通窗口打开，需要的内容先导出。',
  },
  'storage-failed': {
    title: '浏览器的数据库出错，这次操作没有完成。',
    dataState: '此前保存的数据不受影响，没有保存的修改还在页面上。',
    action: '请重试；仍然出错时先导出，再刷新页面。',
  },
  'storage-frozen': {
    title: '数据库连接已中断，已停止写入。',
    dataState: '此前保存的数据不受影响，未保存的修改还在页面上。',
    action: '请先导出，再刷新页面。',
  },
  'write-outcome-unknown': {
    title: '保存长时间没有回音，无法确认是否已写入。',
    dataState: '修改还在页面上，已停止继续写入。',
    action: '请先导出，不要刷新；腾出磁盘空间后重试。',
  },
  'edit-conflict': {
    title: '这处内容已在另一个标签页改过，本次修改没有保存。',
    dataState: '另一处的修改已保留。',
    action: '请核对最新内容后再改。',
  },
  'record-damaged': {
    title: '这份数据的校验码不符，可能已损坏。',
    dataState: '原数据没有改动。',
    action: '请到“数据与安全”导出能读出的全部内容，再用那个文件恢复，其中会按修改记录修复。',
  },
  'not-allowed': {
    title: '当前状态下不能这样修改。',
    dataState: '数据没有改动。',
    action: '请先退回或解锁。',
  },
  'submission-blocked': {
    title: '校验中还有错误没有处理，不能提交。',
    dataState: '数据没有改动，状态也没有改变。',
    action: '请逐条更正，或说明理由并接受后再提交。',
  },
  'backup-not-readable': {
    title: '无法识别这个备份文件。',
    dataState: '现有数据没有改动。',
    action: '请选择由本系统导出的备份文件。',
  },
  'backup-newer-than-app': {
    title: '这个备份由更新版本的系统写成，本版本不能读取。',
    dataState: '现有数据没有改动，备份文件也没有改动。',
    action: '请用与备份相同或更新的版本打开。',
  },
  'passphrase-needed': {
    title: '这个文件设了口令。',
    dataState: '现有数据没有改动。',
    action: '请输入导出时所设的口令。',
  },
  'passphrase-wrong': {
    title: '口令不对，或者文件已损坏。',
    dataState: '现有数据没有改动，文件内容一个字节也没有使用。',
    action: '请核对口令（区分大小写和全角半角）后重试；仍不行请换一份备份。',
  },
  'encryption-unavailable': {
    title: '浏览器在当前地址下不提供加密功能。',
    dataState: '现有数据没有改动。',
    action: '请改用 https 地址或单文件版打开，再导入带口令的文件。',
  },
}
