import { parentPort, workerData } from 'node:worker_threads';
import type { CategoryChoice } from '../../domain/triage/analysis.ts';
import type { Taught } from '../../ports/learning.ts';
import { learnQuestions } from './learn-questions.ts';
import { shippedWeights } from './weights-file.ts';

/** A thread of its own: learns what it was started with, answers once and ends. */
const { taught, categories } = workerData as { taught: Taught[]; categories: CategoryChoice[] };
parentPort?.postMessage(learnQuestions(shippedWeights(), taught, categories));
