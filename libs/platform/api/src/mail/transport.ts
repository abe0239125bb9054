import nodemailer, { type Transporter } from 'nodemailer';
import type { Smtp } from '../config.js';

/** A connection to the mail server; reads no files and fetches no addresses on behalf of a mail. */
export const transportTo = (smtp: Smtp, options: { timeoutMs?: number } = {}): Transporter =>
  nodemailer.createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    ...(smtp.user && { auth: { user: smtp.user, pass: smtp.password } }),
    ...(options.timeoutMs
      ? {
          connectionTimeout: options.timeoutMs,
          greetingTimeout: options.timeoutMs,
          socketTimeout: options.timeoutMs,
        }
      : { pool: true as const }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
