/** True in the one-file build that opens from `file://`. */
declare const __SINGLE_FILE__: boolean
