import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { IconX } from '../icons.js';
import { Button, IconButton } from './button.js';

export interface ToastMessage {
  /** "Booked. Tue 25 Nov, 9:30. It’s in both calendars." */
  text: string;
  /** Takes the action back. */
  onUndo?: (() => void) | undefined;
  tone?: 'done' | 'problem';
}

interface ShownToast extends ToastMessage {
  id: number;
}

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null);

/** How long a toast stays: 15 s, longer while it is looked at. */
const STAY_MS = 15_000;
/** Older ones make room. */
const MOST = 3;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<ShownToast[]>([]);
  const nextId = useRef(1);
  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current++;
    setShown((toasts) => [...toasts.slice(1 - MOST), { ...message, id }]);
  }, []);
  const dismiss = useCallback(
    (id: number) => setShown((toasts) => toasts.filter((toast) => toast.id !== id)),
    [],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className="fs-toasts" role="region" aria-label="Notices">
        <div role="status">
          {shown.map((toast) => (
            <Toast key={toast.id} toast={toast} onDismiss={dismiss} />
          ))}
        </div>
      </div>
    </ToastContext>
  );
}

/** Says that something happened, with Undo where it can be taken back. */
export function useToast(): (message: ToastMessage) => void {
  const show = use(ToastContext);
  if (!show) throw new Error('useToast needs a UiProvider above it');
  return show;
}

function Toast({ toast, onDismiss }: { toast: ShownToast; onDismiss: (id: number) => void }) {
  const [isHeld, setHeld] = useState(false);
  const left = useRef(STAY_MS);
  useEffect(() => {
    if (isHeld) return;
    const startedAt = performance.now();
    const timer = setTimeout(() => onDismiss(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(2_000, left.current - (performance.now() - startedAt));
    };
  }, [isHeld, onDismiss, toast.id]);
  const hold = useMemo(
    () => ({
      onMouseEnter: () => setHeld(true),
      onMouseLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
    }),
    [],
  );
  return (
    <div className="fs-toast" data-tone={toast.tone ?? 'done'} {...hold}>
      <p>{toast.text}</p>
      {toast.onUndo && (
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            toast.onUndo?.();
            onDismiss(toast.id);
          }}
        >
          Undo
        </Button>
      )}
      <IconButton
        label="Dismiss"
        icon={<IconX size={16} aria-hidden />}
        onClick={() => onDismiss(toast.id)}
      />
    </div>
  );
}
