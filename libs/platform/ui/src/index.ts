// Provider and theme
export { UiProvider, THEME_STORAGE_KEY } from './ui-provider.js';
export { useThemeChoice, type ThemeChoice } from './theme-choice.js';

// Page, layout, words
export { Page, type PageProps, type Crumb } from './parts/page.js';
export {
  Faces,
  QuietFace,
  LoadingFace,
  ActionNotice,
  type FacesProps,
  type FaceState,
  type Failure,
} from './parts/faces.js';
export { Figure } from './parts/figure.js';
export { Stack, Row, Columns, Section, Text, VisuallyHidden, Divider } from './parts/layout.js';
export type { Gap, SectionProps, TextProps } from './parts/layout.js';
export { Card, EmptyState, FactList, Headline, FigureNumber } from './parts/card.js';
export type { CardProps, EmptyStateProps, Fact } from './parts/card.js';
export { Skeleton, SkeletonCard, SkeletonTable } from './parts/skeleton.js';
export { Alert, type AlertProps } from './parts/alert.js';
export { ViewLinks, LoadMore, type ViewLink } from './parts/views.js';

// Actions
export { Button, LinkButton, IconButton, Link } from './parts/button.js';
export type {
  ButtonProps,
  ButtonVariant,
  ButtonSize,
  LinkButtonProps,
  IconButtonProps,
} from './parts/button.js';
export { Menu, type MenuProps, type MenuEntry } from './parts/menu.js';
export { Tooltip } from './parts/tooltip.js';
export { Sheet, Modal, type SheetProps } from './parts/sheet.js';
export { useToast, type ToastMessage } from './parts/toast.js';
export { ChipGroup, TimeChoices } from './parts/choices.js';
export type { ChipGroupProps, ChipOption, TimeChoicesProps, TimeOption } from './parts/choices.js';

// Data
export { Pagination } from './parts/pagination.js';
export { DataTable, type DataTableProps, type Column, type SortState } from './parts/data-table.js';
export { StatusMark, CoverageBar, Seats, RhythmStrip } from './parts/coverage.js';
export type {
  CoverageStatus,
  StatusMarkProps,
  CoverageBarProps,
  SeatsProps,
  RhythmState,
  RhythmStripProps,
} from './parts/coverage.js';
export { GapSpark } from './parts/gap-spark.js';
export { StepsFigure, type StepPoint } from './parts/steps-figure.js';
export { HeatMatrix, type HeatCell } from './parts/heat-matrix.js';
export { Badge, Chip, KeyHint, PersonName, Monogram, Minutes, FilterBar } from './parts/small.js';
export type { BadgeTone, ChipProps, PersonNameProps, FilterBarProps } from './parts/small.js';

// Forms
export { TextInput, Textarea, DateField, TimeField } from './parts/fields.js';
export type { TextInputProps, TextareaProps } from './parts/fields.js';
export { NumberInput, type NumberInputProps } from './parts/number-input.js';
export { Select, type SelectProps } from './parts/select.js';
export { MultiSelect, type MultiSelectProps } from './parts/multi-select.js';
export {
  AudienceNote,
  AudienceIcon,
  AUDIENCE_NAMES,
  type Audience,
  type AudienceNoteProps,
} from './parts/audience-note.js';
export { ErrorSummary, FormActions, type FieldError } from './parts/small.js';
export {
  Checkbox,
  Radio,
  Switch,
  SegmentedControl,
  Tabs,
  Stepper,
  FileButton,
} from '@mantine/core';

// Icons: ask for another one here
export {
  IconAlertTriangle,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsExchange,
  IconBell,
  IconBolt,
  IconBook2,
  IconBriefcase,
  IconBuilding,
  IconBulb,
  IconCalendar,
  IconCalendarEvent,
  IconCalendarPlus,
  IconChartBar,
  IconCheck,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconChevronUp,
  IconCircleCheck,
  IconClipboardList,
  IconClock,
  IconCoffee,
  IconCopy,
  IconDeviceDesktop,
  IconDots,
  IconDownload,
  IconEdit,
  IconExternalLink,
  IconEye,
  IconFileImport,
  IconFileText,
  IconFilter,
  IconFlag,
  IconHeart,
  IconHeartbeat,
  IconHome,
  IconInbox,
  IconInfoCircle,
  IconLayoutGrid,
  IconListCheck,
  IconLock,
  IconLogout,
  IconMail,
  IconMailOpened,
  IconMapPin,
  IconMessage,
  IconMoon,
  IconNotes,
  IconPencil,
  IconPin,
  IconPlus,
  IconPrinter,
  IconRefresh,
  IconRepeat,
  IconScale,
  IconSchool,
  IconSearch,
  IconSelector,
  IconSend,
  IconSettings,
  IconShieldCheck,
  IconSitemap,
  IconSparkles,
  IconStethoscope,
  IconSun,
  IconTarget,
  IconTrash,
  IconTrendingUp,
  IconUpload,
  IconUser,
  IconUserCheck,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
  IconWorld,
  IconX,
} from './icons.js';
