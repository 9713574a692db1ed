/** All parts from which screens are built. */
export { Button, LinkButton, type ButtonKind } from './button';
export { Checkbox, Choice, Select, type Option } from './choice';
export { DateTimeField } from './date-time-field';
export { ConfirmDialog, Dialog } from './dialog';
export { Icon, type IconName } from './icon';
export { LanguageSwitch } from './language-switch';
export { Card, Collapsible, Empty, Facts, List, Row, Tag, Technical } from './list';
export { Notice, TroubleNotice, type Tone } from './notice';
export { NumberField } from './number-field';
export { Page } from './page';
export { Progress, Spinner } from './progress';
export { StatusLine } from './status-line';
export { TextArea, TextField, type Keys } from './text-field';
